package org.keyhopper.transport.helper.internal.serve;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.transport.helper.DeviceProxy;
import org.keyhopper.transport.helper.HelperEnd;
import org.keyhopper.transport.helper.HelperOptions;
import org.keyhopper.transport.helper.HelperRefusedException;
import org.keyhopper.transport.helper.internal.Log;
import org.keyhopper.transport.helper.internal.place.HelperEndpoint;
import org.keyhopper.transport.helper.internal.place.HelperFolder;
import org.keyhopper.transport.helper.internal.place.PeerAccount;
import org.keyhopper.transport.helper.internal.wire.FrameChannel;
import org.keyhopper.transport.helper.internal.wire.Handshake;
import org.keyhopper.transport.helper.internal.wire.SharedSecret;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Serves the devices that the transports of this process report. */
@Component(service = DeviceProxy.class)
public final class LocalDeviceProxy implements DeviceProxy {

    /** The time limit for the handshake. */
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(5);

    private final SharedTransports transports = new SharedTransports();

    @Activate
    public LocalDeviceProxy() {
        // Transports are bound dynamically.
    }

    @Reference(
            name = "transports",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public void add(TransportProvider transport) {
        transports.add(transport);
    }

    public void remove(TransportProvider transport) {
        transports.remove(transport);
    }

    @Deactivate
    public void deactivate() {
        transports.end();
    }

    @Override
    public HelperEnd serve(HelperOptions options, Follower follower) throws HelperRefusedException {
        Optional<SocketChannel> client = firstClient(options, follower);
        if (client.isEmpty()) {
            return HelperEnd.TIMED_OUT;
        }
        follower.connected();
        transports.to(new FrameChannel(client.get(), FrameChannel.LIMIT_TO_HELPER));
        return HelperEnd.CLIENT_LEFT;
    }

    /** The folder is deleted when this returns. */
    private static Optional<SocketChannel> firstClient(HelperOptions options, Follower follower)
            throws HelperRefusedException {
        UserPrincipal person = person(options.user());
        HelperFolder place = options.folder()
                .map(HelperFolder::new)
                .orElseGet(() -> HelperFolder.defaultFor(System.getenv(), person.getName()));
        try (SharedSecret secret = SharedSecret.random();
                HelperEndpoint endpoint = open(place, person, secret)) {
            Runtime.getRuntime().addShutdownHook(new Thread(endpoint::close, "helper folder clean-up"));
            follower.ready(place.folder());
            return await(endpoint, person, secret, options.timeout());
        }
    }

    private static UserPrincipal person(String user) throws HelperRefusedException {
        try {
            return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(user);
        } catch (IOException unknown) {
            throw new HelperRefusedException("There is no account " + user + " on this computer.", unknown);
        }
    }

    private static HelperEndpoint open(HelperFolder place, UserPrincipal person, SharedSecret secret)
            throws HelperRefusedException {
        try {
            return HelperEndpoint.open(place, person, secret);
        } catch (FileAlreadyExistsException taken) {
            throw new HelperRefusedException("A helper already waits in " + place.folder() + ".", taken);
        } catch (AccessDeniedException denied) {
            throw new HelperRefusedException(
                    "The helper cannot wait in " + place.folder()
                            + ". It must be started as an administrator, and nobody else may write to the folder"
                            + " above: "
                            + denied.getMessage(),
                    denied);
        } catch (IOException failure) {
            throw new HelperRefusedException("The helper cannot wait in " + place.folder() + ": " + failure, failure);
        }
    }

    /** Accepts the first client that authenticates. Empty if none did in time. */
    private static Optional<SocketChannel> await(
            HelperEndpoint endpoint, UserPrincipal person, SharedSecret secret, Duration timeout)
            throws HelperRefusedException {
        CompletableFuture<Void> end = later(timeout, endpoint::close);
        try {
            while (true) {
                SocketChannel client = endpoint.accept();
                if (authenticate(client, person, secret)) {
                    return Optional.of(client);
                }
            }
        } catch (ClosedChannelException timeIsUp) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new HelperRefusedException("No further connections: " + failure, failure);
        } finally {
            end.cancel(false);
        }
    }

    private static boolean authenticate(SocketChannel client, UserPrincipal person, SharedSecret secret)
            throws IOException {
        FrameChannel frames = new FrameChannel(client, FrameChannel.LIMIT_TO_HELPER);
        CompletableFuture<Void> end = later(HANDSHAKE_TIMEOUT, () -> close(frames));
        try {
            PeerAccount.require(client, List.of(person.getName()));
            Handshake.authenticateClient(frames, secret);
            return true;
        } catch (IOException | RuntimeException refused) {
            Log.warn("Client rejected", refused);
            close(frames);
            return false;
        } finally {
            end.cancel(false);
        }
    }

    private static CompletableFuture<Void> later(Duration time, Runnable act) {
        return CompletableFuture.runAsync(
                act, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void close(FrameChannel frames) {
        try {
            frames.close();
        } catch (IOException closedAnyway) {
            Log.debug("closing a rejected connection", closedAnyway);
        }
    }
}
