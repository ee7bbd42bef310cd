package org.keyhopper.transport.helper.internal.client;

import java.io.IOException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.keyhopper.transport.helper.internal.Log;
import org.keyhopper.transport.helper.internal.place.Guard;
import org.keyhopper.transport.helper.internal.place.Peer;
import org.keyhopper.transport.helper.internal.place.Place;
import org.keyhopper.transport.helper.internal.wire.Frames;
import org.keyhopper.transport.helper.internal.wire.Handshake;
import org.keyhopper.transport.helper.internal.wire.Secret;

/** The way to a helper: the folder is this account's alone, the kernel names the peer, and the peer knows the secret. */
final class HelperConnector {

    private static final String ADMINISTRATOR = "root";
    private static final Duration INTRODUCTION = Duration.ofSeconds(5);

    private HelperConnector() {}

    static Frames to(Place place) throws IOException {
        if (!Files.exists(place.socket(), LinkOption.NOFOLLOW_LINKS)) {
            throw new HelperUnavailableException(
                    new NoSuchFileException(place.socket().toString()));
        }
        try (Secret secret = secret(place)) {
            SocketChannel channel = connected(place);
            Frames frames = new Frames(channel, Frames.LIMIT_TO_PRODUCT);
            CompletableFuture<Void> end = closing(frames);
            try {
                Peer.require(channel, List.of(ADMINISTRATOR, System.getProperty("user.name")));
                Handshake.introduce(frames, secret);
                return frames;
            } catch (IOException | RuntimeException refused) {
                frames.close();
                throw refused;
            } finally {
                end.cancel(false);
            }
        }
    }

    private static Secret secret(Place place) throws IOException {
        try {
            Guard guard = Guard.ofSystem();
            guard.requireMine(place.folder());
            guard.requireMine(place.secret());
            return Secret.of(Files.readAllBytes(place.secret()));
        } catch (NoSuchFileException justTakenAway) {
            throw new HelperUnavailableException(justTakenAway);
        }
    }

    private static SocketChannel connected(Place place) throws IOException {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(place.socket()));
        } catch (SocketException | NoSuchFileException nobody) {
            throw new HelperUnavailableException(nobody);
        }
    }

    private static CompletableFuture<Void> closing(Frames frames) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        frames.close();
                    } catch (IOException closedAnyway) {
                        Log.debug("approach", closedAnyway);
                    }
                },
                CompletableFuture.delayedExecutor(INTRODUCTION.toMillis(), TimeUnit.MILLISECONDS));
    }
}
