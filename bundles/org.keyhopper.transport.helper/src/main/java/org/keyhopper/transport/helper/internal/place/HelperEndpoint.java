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
import org.keyhopper.transport.helper.internal.wire.SharedSecret;

/**
 * The helper's listening socket in its folder. The content is created while only the helper has access, and the folder
 * is transferred to the user last: since the new owner could then place links in it, only names in it are used
 * afterwards.
 */
public final class HelperEndpoint implements AutoCloseable {

    private final HelperFolder place;
    private final ServerSocketChannel server;
    private boolean closed;

    private HelperEndpoint(HelperFolder place, ServerSocketChannel server) {
        this.place = place;
        this.server = server;
    }

    /** Creates the folder and listens. Fails with FileAlreadyExistsException if another helper is waiting there. */
    public static HelperEndpoint open(HelperFolder place, UserPrincipal person, SharedSecret secret)
            throws IOException {
        FileProtection guard = FileProtection.ofSystem();
        Path base = place.folder().toAbsolutePath().getParent();
        if (Files.notExists(base)) {
            guard.createSharedParent(base);
        }
        guard.requireTrustedParent(base);
        requireFree(place);
        remove(place);
        guard.createFolder(place.folder());
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        HelperEndpoint endpoint = new HelperEndpoint(place, server);
        try {
            endpoint.populate(guard, person, secret);
            return endpoint;
        } catch (IOException | RuntimeException failure) {
            endpoint.close();
            throw failure;
        }
    }

    /** Waits for a connection. Throws AsynchronousCloseException once this is closed. */
    public SocketChannel accept() throws IOException {
        return server.accept();
    }

    /**
     * Closes the socket and deletes the folder before it returns, whichever thread closes first. Idempotent, does not
     * throw.
     */
    @Override
    public synchronized void close() {
        // Only once: another helper may use the same folder later.
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.close();
            remove(place);
        } catch (IOException left) {
            Log.warn("Could not delete " + place.folder(), left);
        }
    }

    private void populate(FileProtection guard, UserPrincipal person, SharedSecret secret) throws IOException {
        Files.write(place.secret(), new byte[0], StandardOpenOption.CREATE_NEW);
        guard.transferTo(place.secret(), person);
        byte[] bytes = secret.bytes();
        Files.write(place.secret(), bytes, StandardOpenOption.WRITE);
        Arrays.fill(bytes, (byte) 0);
        server.bind(UnixDomainSocketAddress.of(place.socket()));
        guard.transferTo(place.socket(), person);
        guard.transferTo(place.folder(), person);
    }

    private static void requireFree(HelperFolder place) throws IOException {
        if (!Files.exists(place.socket(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (SocketChannel other = SocketChannel.open(UnixDomainSocketAddress.of(place.socket()))) {
            throw new FileAlreadyExistsException(place.folder().toString(), null, other + " is listening there");
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException notListening) {
            Log.debug("left by an earlier helper: " + place.folder(), notListening);
        }
    }

    private static void remove(HelperFolder place) throws IOException {
        Files.deleteIfExists(place.socket());
        Files.deleteIfExists(place.secret());
        Files.deleteIfExists(place.folder());
    }
}
