package org.keyhopper.central.server.internal.command;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
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
            server.firstAdministratorCode(read, ConfigurationOption.caller()).ifPresent(this::print);
            stop.await();
        } catch (IOException | GeneralSecurityException e) {
            throw new BadInputException("Central cannot serve: " + e.getMessage());
        } finally {
            ended.countDown();
        }
        return CentralCommand.DONE;
    }

    private void print(Secret code) {
        try (code) {
            JsonObject first = new JsonObject();
            first.addProperty("event", "first-administrator");
            first.addProperty("code", new String(code.toChars()));
            configuration.print(first);
        }
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
