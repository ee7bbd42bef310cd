package org.keyhopper.central.server.internal.command;

import com.google.gson.JsonObject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.server.internal.CentralServer;
import org.keyhopper.central.server.internal.config.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves until it is stopped. Prints one line of JSON with the URL when it is ready. */
@Command(name = "serve", description = "Serves until it is stopped.")
final class ServeCommand implements Callable<Integer> {

    private static final int MOST_BYTES = 200;

    private final Supplier<List<DirectoryConnector>> connectors;
    private final CountDownLatch stop;

    @Mixin
    private ConfigurationOption configuration;

    ServeCommand(Supplier<List<DirectoryConnector>> connectors, CountDownLatch stop) {
        this.connectors = connectors;
        this.stop = stop;
    }

    @Override
    public Integer call() throws BadInputException, InterruptedException {
        Configuration read = configuration.read();
        CountDownLatch ended = new CountDownLatch(1);
        // From here on, since the exit of the process waits until the latch is down.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(ended), "stop"));
        try (CentralServer server = CentralServer.start(read, connectors)) {
            JsonObject ready = new JsonObject();
            ready.addProperty("event", "ready");
            ready.addProperty("url", server.url().toString());
            server.localPort().ifPresent(port -> ready.addProperty("metrics", "http://127.0.0.1:" + port + "/metrics"));
            configuration.print(ready);
            Optional<Secret> code = server.firstAdministratorCode(read, ConfigurationOption.caller());
            if (code.isPresent()) {
                print(code.get());
            }
            stop.await();
        } catch (IOException | GeneralSecurityException e) {
            throw new BadInputException("Central cannot serve: " + e.getMessage());
        } finally {
            ended.countDown();
        }
        return CentralCommand.DONE;
    }

    /** Prints the code past the buffers of standard output, which would keep it in memory. */
    private static void print(Secret code) throws IOException {
        byte[] characters = code.toUtf8();
        ByteBuffer line = ByteBuffer.allocate(MOST_BYTES);
        try (code) {
            line.put(ascii("{\"event\":\"first-administrator\",\"code\":\""))
                    .put(characters)
                    .put(ascii("\"}" + System.lineSeparator()));
            new FileOutputStream(FileDescriptor.out).write(line.array(), 0, line.position());
        } finally {
            Arrays.fill(characters, (byte) 0);
            Arrays.fill(line.array(), (byte) 0);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A signal ends the process only when the calls that are being carried out have ended. */
    private void stopAndWait(CountDownLatch ended) {
        stop.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
