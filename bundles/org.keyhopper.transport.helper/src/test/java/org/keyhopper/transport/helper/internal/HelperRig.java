package org.keyhopper.transport.helper.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.keyhopper.testkit.transport.TransportRig;
import org.keyhopper.transport.helper.DeviceProxy;
import org.keyhopper.transport.helper.HelperEnd;
import org.keyhopper.transport.helper.HelperOptions;
import org.keyhopper.transport.helper.HelperRefusedException;
import org.keyhopper.transport.helper.internal.client.HelperTransport;
import org.keyhopper.transport.helper.internal.place.HelperFolder;
import org.keyhopper.transport.helper.internal.serve.LocalDeviceProxy;

/** A helper and its client in one process, under one account, connected by a real socket. */
public final class HelperRig implements TransportRig {

    public final FakeTransport key = new FakeTransport();
    public final HelperFolder place;
    private final Path base;
    private final HelperTransport client;
    private LocalDeviceProxy serving;

    public HelperRig() throws IOException {
        base = Files.createTempDirectory("kh");
        place = new HelperFolder(base.resolve("for-me"));
        client = new HelperTransport(place);
    }

    /** Starts a helper, waits until it can be found, and returns its end. */
    public CompletableFuture<HelperEnd> help(Duration timeout) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        CompletableFuture<HelperEnd> end = new CompletableFuture<>();
        LocalDeviceProxy helper = new LocalDeviceProxy();
        helper.add(key);
        helper.add(client);
        serving = helper;
        Thread.ofPlatform().daemon().start(() -> {
            try {
                end.complete(helper.serve(options(timeout), following(ready)));
            } catch (HelperRefusedException | RuntimeException refused) {
                end.completeExceptionally(refused);
                ready.completeExceptionally(refused);
            }
        });
        ready.join();
        return end;
    }

    public CompletableFuture<HelperEnd> help() {
        return help(Duration.ofSeconds(60));
    }

    /** Disconnects as if the helper's process had died. */
    public void disconnect() {
        serving.deactivate();
    }

    private HelperOptions options(Duration timeout) {
        return new HelperOptions(System.getProperty("user.name"), Optional.of(place.folder()), timeout);
    }

    @Override
    public HelperTransport provider() {
        return client;
    }

    @Override
    public void insert() {
        key.insert();
    }

    @Override
    public void remove() {
        key.remove();
    }

    @Override
    public void close() {
        client.deactivate();
        try {
            Files.deleteIfExists(place.socket());
            Files.deleteIfExists(place.secret());
            Files.deleteIfExists(place.folder());
            Files.deleteIfExists(base);
        } catch (IOException left) {
            throw new AssertionError(left);
        }
    }

    private static DeviceProxy.Follower following(CompletableFuture<Void> ready) {
        return new DeviceProxy.Follower() {
            @Override
            public void ready(Path folder) {
                ready.complete(null);
            }

            @Override
            public void connected() {
                // Reported by the client.
            }
        };
    }
}
