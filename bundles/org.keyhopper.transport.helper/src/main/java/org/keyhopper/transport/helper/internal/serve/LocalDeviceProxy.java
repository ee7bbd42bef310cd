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
import org.keyhopper.transport.helper.HelperOrder;
import org.keyhopper.transport.helper.HelperRefusedException;
import org.keyhopper.transport.helper.internal.Log;
import org.keyhopper.transport.helper.internal.place.HelperEndpoint;
import org.keyhopper.transport.helper.internal.place.Peer;
import org.keyhopper.transport.helper.internal.place.Place;
import org.keyhopper.transport.helper.internal.wire.Frames;
import org.keyhopper.transport.helper.internal.wire.Handshake;
import org.keyhopper.transport.helper.internal.wire.Secret;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Lends what the transports of this process reach. */
@Component(service = DeviceProxy.class)
public final class LocalDeviceProxy implements DeviceProxy {

    /** Nobody who means well takes longer to prove who they are. */
    private static final Duration INTRODUCTION = Duration.ofSeconds(5);

    private final ClaimedLinks loans = new ClaimedLinks();

    @Activate
    public LocalDeviceProxy() {
        // Transports are added as they come.
    }

    @Reference(
            name = "transports",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public void add(TransportProvider transport) {
        loans.add(transport);
    }

    public void remove(TransportProvider transport) {
        loans.remove(transport);
    }

    @Deactivate
    public void deactivate() {
        loans.end();
    }

    @Override
    public HelperEnd serve(HelperOrder order, Follower follower) throws HelperRefusedException {
        Optional<SocketChannel> client = firstClient(order, follower);
        if (client.isEmpty()) {
            return HelperEnd.NOBODY_CAME;
        }
        follower.connected();
        loans.to(new Frames(client.get(), Frames.LIMIT_TO_HELPER));
        return HelperEnd.CLIENT_LEFT;
    }

    /** The place is gone when this returns. */
    private static Optional<SocketChannel> firstClient(HelperOrder order, Follower follower)
            throws HelperRefusedException {
        UserPrincipal person = person(order.user());
        Place place = order.folder().map(Place::new).orElseGet(() -> Place.usual(System.getenv(), person.getName()));
        try (Secret secret = Secret.random();
                HelperEndpoint rendezvous = open(place, person, secret)) {
            Runtime.getRuntime().addShutdownHook(new Thread(rendezvous::close, "takes the helper's folder away"));
            follower.ready(place.folder());
            return await(rendezvous, person, secret, order.patience());
        }
    }

    private static UserPrincipal person(String user) throws HelperRefusedException {
        try {
            return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(user);
        } catch (IOException unknown) {
            throw new HelperRefusedException("There is no account " + user + " on this computer.", unknown);
        }
    }

    private static HelperEndpoint open(Place place, UserPrincipal person, Secret secret) throws HelperRefusedException {
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

    /** Lets in the first who proves to be the one. Empty when nobody did in time. */
    private static Optional<SocketChannel> await(
            HelperEndpoint rendezvous, UserPrincipal person, Secret secret, Duration patience)
            throws HelperRefusedException {
        CompletableFuture<Void> end = later(patience, rendezvous::close);
        try {
            while (true) {
                SocketChannel client = rendezvous.accept();
                if (isWelcome(client, person, secret)) {
                    return Optional.of(client);
                }
            }
        } catch (ClosedChannelException timeIsUp) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new HelperRefusedException("Nobody can connect any more: " + failure, failure);
        } finally {
            end.cancel(false);
        }
    }

    private static boolean isWelcome(SocketChannel client, UserPrincipal person, Secret secret) throws IOException {
        Frames frames = new Frames(client, Frames.LIMIT_TO_HELPER);
        CompletableFuture<Void> end = later(INTRODUCTION, () -> close(frames));
        try {
            Peer.require(client, List.of(person.getName()));
            Handshake.admit(frames, secret);
            return true;
        } catch (IOException | RuntimeException refused) {
            Log.warn("Somebody was turned away", refused);
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

    private static void close(Frames frames) {
        try {
            frames.close();
        } catch (IOException closedAnyway) {
            Log.debug("turning away", closedAnyway);
        }
    }
}
