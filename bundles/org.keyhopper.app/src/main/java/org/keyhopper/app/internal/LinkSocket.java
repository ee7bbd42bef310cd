package org.keyhopper.app.internal;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Unix domain socket in the home directory, accessible to its owner only, through which one process passes an
 * address to another: at most {@value #LONGEST} bytes of UTF-8 up to a line feed, answered with one byte, {@value
 * #TAKEN} on acceptance.
 */
final class LinkSocket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkSocket.class);

    private static final int LONGEST = 200;
    private static final byte TAKEN = 1;
    private static final byte NOT_MINE = 0;

    private final Path path;
    private Optional<ServerSocketChannel> server = Optional.empty();

    LinkSocket(Path path) {
        this.path = path;
    }

    /**
     * Sends the address, which must not contain a line feed, and waits for the answer; false also when no process
     * listens.
     */
    boolean offer(String address) {
        if (!Files.exists(path)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            channel.write(ByteBuffer.wrap((address + "\n").getBytes(StandardCharsets.UTF_8)));
            ByteBuffer answer = ByteBuffer.allocate(1);
            return channel.read(answer) == 1 && answer.get(0) == TAKEN;
        } catch (IOException e) {
            LOG.info("No response at {}: {}", path, e.getMessage());
            return false;
        }
    }

    /** Starts to listen, replacing a stale socket. */
    void listen(Predicate<String> handler) throws IOException {
        Files.createDirectories(path.getParent());
        Files.deleteIfExists(path);
        ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server = Optional.of(opened);
        opened.bind(UnixDomainSocketAddress.of(path));
        Thread.ofPlatform().daemon().name("later starts").start(() -> accept(opened, handler));
    }

    private static void accept(ServerSocketChannel opened, Predicate<String> handler) {
        while (opened.isOpen()) {
            try {
                SocketChannel later = opened.accept();
                Thread.ofPlatform().daemon().name("later start").start(() -> answer(later, handler));
            } catch (AsynchronousCloseException e) {
                return;
            } catch (IOException e) {
                LOG.warn("Later instances can no longer connect", e);
                return;
            }
        }
    }

    private static void answer(SocketChannel later, Predicate<String> handler) {
        try (later) {
            byte taken = handler.test(line(later)) ? TAKEN : NOT_MINE;
            later.write(ByteBuffer.wrap(new byte[] {taken}));
        } catch (IOException e) {
            LOG.debug("A later instance has disconnected: {}", e.getMessage());
        }
    }

    private static String line(SocketChannel later) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        while (bytes.hasRemaining() && later.read(bytes) >= 0) {
            int last = bytes.position() - 1;
            if (last >= 0 && bytes.get(last) == '\n') {
                return new String(bytes.array(), 0, last, StandardCharsets.UTF_8);
            }
        }
        throw new IOException("the message is not terminated");
    }

    @Override
    public void close() {
        if (server.isEmpty()) {
            return;
        }
        try {
            server.get().close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.debug("The socket cannot be deleted: {}", e.getMessage());
        }
        server = Optional.empty();
    }
}
