package org.keyhopper.transport.helper.internal.place;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import org.keyhopper.transport.helper.internal.Log;
import org.keyhopper.transport.helper.internal.wire.Secret;

/**
 * A place made ready by the helper. Everything in it is made while nobody else can enter, and the folder is given away
 * last: from then on its owner could put links in, and nothing but names is ever touched in it again.
 */
public final class HelperEndpoint implements AutoCloseable {

    private final Place place;
    private final ServerSocketChannel server;
    private boolean closed;

    private HelperEndpoint(Place place, ServerSocketChannel server) {
        this.place = place;
        this.server = server;
    }

    /** Makes the place. FileAlreadyExistsException when another helper waits there. */
    public static HelperEndpoint open(Place place, UserPrincipal person, Secret secret) throws IOException {
        Guard guard = Guard.ofSystem();
        Path base = place.folder().toAbsolutePath().getParent();
        if (Files.notExists(base)) {
            guard.createBase(base);
        }
        guard.requireOwnAlone(base);
        requireFree(place);
        remove(place);
        guard.createFolder(place.folder());
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        HelperEndpoint rendezvous = new HelperEndpoint(place, server);
        try {
            rendezvous.furnish(guard, person, secret);
            return rendezvous;
        } catch (IOException | RuntimeException failure) {
            rendezvous.close();
            throw failure;
        }
    }

    /** Waits for somebody. AsynchronousCloseException once this is closed. */
    public SocketChannel accept() throws IOException {
        return server.accept();
    }

    /** Takes the place away; nobody else can come, and it is gone on return, whoever closes. Idempotent, does not throw. */
    @Override
    public synchronized void close() {
        // Once: later on another helper may wait in the same folder.
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.close();
            remove(place);
        } catch (IOException left) {
            Log.warn("Something is left in " + place.folder(), left);
        }
    }

    private void furnish(Guard guard, UserPrincipal person, Secret secret) throws IOException {
        Files.write(place.secret(), new byte[0], StandardOpenOption.CREATE_NEW);
        guard.give(place.secret(), person);
        byte[] bytes = secret.bytes();
        Files.write(place.secret(), bytes, StandardOpenOption.WRITE);
        Arrays.fill(bytes, (byte) 0);
        server.bind(UnixDomainSocketAddress.of(place.socket()));
        guard.give(place.socket(), person);
        guard.give(place.folder(), person);
    }

    private static void requireFree(Place place) throws IOException {
        if (!Files.exists(place.socket(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (SocketChannel other = SocketChannel.open(UnixDomainSocketAddress.of(place.socket()))) {
            throw new FileAlreadyExistsException(place.folder().toString(), null, other + " waits there");
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException nobodyThere) {
            Log.debug("left by an earlier helper: " + place.folder(), nobodyThere);
        }
    }

    private static void remove(Place place) throws IOException {
        Files.deleteIfExists(place.socket());
        Files.deleteIfExists(place.secret());
        Files.deleteIfExists(place.folder());
    }
}
