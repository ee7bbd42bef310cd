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
import org.keyhopper.transport.helper.HelperOrder;
import org.keyhopper.transport.helper.HelperRefusedException;
import org.keyhopper.transport.helper.internal.client.HelperTransport;
import org.keyhopper.transport.helper.internal.place.Place;
import org.keyhopper.transport.helper.internal.serve.LocalDeviceProxy;

/** A helper and its client in one process, under one account, with a real socket between them. */
public final class HelperRig implements TransportRig {

    public final FakeTransport key = new FakeTransport();
    public final Place place;
    private final Path base;
    private final HelperTransport client;
    private LocalDeviceProxy serving;

    public HelperRig() throws IOException {
        base = Files.createTempDirectory("kh");
        place = new Place(base.resolve("for-me"));
        client = new HelperTransport(place);
    }

    /** Starts a helper, and returns its end, once it can be found. */
    public CompletableFuture<HelperEnd> help(Duration patience) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        CompletableFuture<HelperEnd> end = new CompletableFuture<>();
        LocalDeviceProxy helper = new LocalDeviceProxy();
        helper.add(key);
        helper.add(client);
        serving = helper;
        Thread.ofPlatform().daemon().start(() -> {
            try {
                end.complete(helper.serve(order(patience), following(ready)));
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

    /** The helper's process dies. */
    public void hangUp() {
        serving.deactivate();
    }

    private HelperOrder order(Duration patience) {
        return new HelperOrder(System.getProperty("user.name"), Optional.of(place.folder()), patience);
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
                // The client tells.
            }
        };
    }
}
