package org.keyhopper.app.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One desktop for each home. A second start hands its address on to the first, through a socket in the home that only
 * its owner can open, and ends.
 */
final class OneDesktop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OneDesktop.class);

    private static final String SOCKET = "desktop.socket";

    private final Path socket;
    private ServerSocketChannel server;

    OneDesktop(Path home) {
        this.socket = home.resolve(SOCKET);
    }

    /** Hands the address on to a desktop that is running; false when there is none. */
    boolean handOn(String address) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(ByteBuffer.wrap((address + "\n").getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (IOException e) {
            LOG.info("No desktop answers at {}: {}", socket, e.getMessage());
            return false;
        }
    }

    /** Takes addresses of later starts, on a thread of its own. A home where that is impossible is none the worse. */
    void listen(Consumer<String> addresses) {
        try {
            Files.createDirectories(socket.getParent());
            Files.deleteIfExists(socket);
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofPlatform().daemon().name("later starts").start(() -> accept(addresses));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("Later starts will open a window of their own: {}", e.getMessage());
        }
    }

    private void accept(Consumer<String> addresses) {
        while (server.isOpen()) {
            try (SocketChannel later = server.accept();
                    BufferedReader reader = new BufferedReader(Channels.newReader(later, StandardCharsets.UTF_8))) {
                String address = reader.readLine();
                if (address != null) {
                    addresses.accept(address);
                }
            } catch (IOException e) {
                LOG.debug("A later start went away: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
            Files.deleteIfExists(socket);
        }
    }
}
