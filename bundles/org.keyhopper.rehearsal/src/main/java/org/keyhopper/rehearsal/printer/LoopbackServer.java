package org.keyhopper.rehearsal.printer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Listens on the loopback interface and serves each client on a thread of its own. */
public final class LoopbackServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LoopbackServer.class.getName());

    private final ServerSocket server;
    private final Conversation conversation;
    private final Thread listening;

    /** Serves one client until it disconnects; an exception closes the connection. */
    @FunctionalInterface
    public interface Conversation {
        void hold(InputStream in, OutputStream out) throws IOException;
    }

    /** Closes the connection without a reply. */
    public static final class Silence extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Listens on this port, or on any free one for 0. */
    public LoopbackServer(int port, Conversation conversation) throws IOException {
        server = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
        this.conversation = conversation;
        listening =
                Thread.ofPlatform().daemon().name("printer on port " + port()).start(this::accept);
    }

    /** Returns the port. */
    public int port() {
        return server.getLocalPort();
    }

    /** Stops listening; open connections continue. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            // The system accepts connections until the call in progress has returned.
            listening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofPlatform().daemon().name("printer client").start(() -> serve(client));
            } catch (IOException e) {
                LOG.log(Level.FINE, "no longer listening", e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            conversation.hold(new BufferedInputStream(client.getInputStream()), client.getOutputStream());
        } catch (IOException e) {
            LOG.log(Level.FINE, "a client is gone", e);
        }
    }
}
