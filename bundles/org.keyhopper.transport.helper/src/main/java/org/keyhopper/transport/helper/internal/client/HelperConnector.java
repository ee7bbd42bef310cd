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
import org.keyhopper.transport.helper.internal.place.FileProtection;
import org.keyhopper.transport.helper.internal.place.HelperFolder;
import org.keyhopper.transport.helper.internal.place.PeerAccount;
import org.keyhopper.transport.helper.internal.wire.FrameChannel;
import org.keyhopper.transport.helper.internal.wire.Handshake;
import org.keyhopper.transport.helper.internal.wire.SharedSecret;

/**
 * Connects to a helper: the folder must belong to this account, the operating system identifies the peer's account, and
 * the peer must prove knowledge of the secret.
 */
final class HelperConnector {

    private static final String ADMINISTRATOR = "root";
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(5);

    private HelperConnector() {}

    static FrameChannel to(HelperFolder place) throws IOException {
        if (!Files.exists(place.socket(), LinkOption.NOFOLLOW_LINKS)) {
            throw new HelperUnavailableException(
                    new NoSuchFileException(place.socket().toString()));
        }
        try (SharedSecret secret = secret(place)) {
            SocketChannel channel = connected(place);
            FrameChannel frames = new FrameChannel(channel, FrameChannel.LIMIT_TO_PRODUCT);
            CompletableFuture<Void> end = closing(frames);
            try {
                PeerAccount.require(channel, List.of(ADMINISTRATOR, System.getProperty("user.name")));
                Handshake.authenticateHelper(frames, secret);
                return frames;
            } catch (IOException | RuntimeException refused) {
                frames.close();
                throw refused;
            } finally {
                end.cancel(false);
            }
        }
    }

    private static SharedSecret secret(HelperFolder place) throws IOException {
        try {
            FileProtection guard = FileProtection.ofSystem();
            guard.requirePrivate(place.folder());
            guard.requirePrivate(place.secret());
            return SharedSecret.of(Files.readAllBytes(place.secret()));
        } catch (NoSuchFileException justTakenAway) {
            throw new HelperUnavailableException(justTakenAway);
        }
    }

    private static SocketChannel connected(HelperFolder place) throws IOException {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(place.socket()));
        } catch (SocketException | NoSuchFileException e) {
            throw new HelperUnavailableException(e);
        }
    }

    private static CompletableFuture<Void> closing(FrameChannel frames) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        frames.close();
                    } catch (IOException closedAnyway) {
                        Log.debug("approach", closedAnyway);
                    }
                },
                CompletableFuture.delayedExecutor(HANDSHAKE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
    }
}
