package org.keyhopper.central.server.internal.outgoing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A proxy on loopback for Central's own HTTP clients, which opens tunnels (RFC 9110 section 9.3.6) to permitted addresses
 * only. It resolves a name once and connects to the address that it checked, so that a name whose address changes in
 * between (DNS rebinding) gains nothing. TLS stays between the client and the server.
 */
final class GuardedTunnel implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(GuardedTunnel.class);
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int IDLE_MILLIS = 120_000;
    private static final int CHUNK = 16 * 1024;
    private static final int HIGHEST_PORT = 65_535;

    private final OutgoingSockets sockets;
    private final ServerSocket server;

    GuardedTunnel(OutgoingSockets sockets) throws IOException {
        this.sockets = sockets;
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    }

    void start() {
        Thread.ofPlatform().name("outgoing").daemon().start(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().name("outgoing tunnel").start(() -> serve(client));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOGGER.warn("A connection to the tunnel failed", e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(IDLE_MILLIS);
            Optional<InetSocketAddress> target = target(head(client.getInputStream()));
            if (target.isEmpty()) {
                answer(client, "405 Method Not Allowed");
                return;
            }
            Socket remote;
            try {
                remote = sockets.connect(
                        target.get().getHostString(), target.get().getPort(), CONNECT_MILLIS);
            } catch (IOException e) {
                LOGGER.warn("No connection to {}: {}", target.get(), e.getMessage());
                answer(client, "403 Forbidden");
                return;
            }
            try (remote) {
                remote.setSoTimeout(IDLE_MILLIS);
                answer(client, "200 Connection Established");
                relay(client, remote);
            }
        } catch (IOException e) {
            LOGGER.debug("A tunnel has ended", e);
        }
    }

    /** Returns the lines before the empty one. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no request");
            }
            head.append((char) next);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        throw new IOException("the request is too long");
    }

    /** Returns where to, empty if a tunnel is not what is wanted. */
    private static Optional<InetSocketAddress> target(String head) {
        String[] words = head.substring(0, head.indexOf('\r')).split(" ");
        if (words.length != 3 || !"CONNECT".equals(words[0])) {
            return Optional.empty();
        }
        int colon = words[1].lastIndexOf(':');
        try {
            int port = Integer.parseInt(words[1].substring(colon + 1));
            return colon > 0 && port > 0 && port <= HIGHEST_PORT
                    ? Optional.of(InetSocketAddress.createUnresolved(words[1].substring(0, colon), port))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private static void relay(Socket client, Socket remote) throws IOException {
        Thread back = Thread.ofVirtual().name("outgoing tunnel back").start(() -> copyAndEnd(remote, client));
        copyAndEnd(client, remote);
        try {
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Copies until one side ends; the other one learns of it. */
    private static void copyAndEnd(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            int read = from.getInputStream().read(chunk);
            while (read >= 0) {
                to.getOutputStream().write(chunk, 0, read);
                to.getOutputStream().flush();
                read = from.getInputStream().read(chunk);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            LOGGER.debug("One side of a tunnel has ended", e);
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOGGER.debug("A tunnel was not closed properly", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
