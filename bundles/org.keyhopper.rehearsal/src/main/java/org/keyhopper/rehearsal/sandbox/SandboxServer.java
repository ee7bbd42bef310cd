package org.keyhopper.rehearsal.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Real HTTP, at loopback only. Takes any number of calls at once. */
public final class SandboxServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SandboxServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    /** Binds the port, or a free one for 0; does not serve yet. */
    public static SandboxServer at(int port) throws IOException {
        return new SandboxServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    }

    /** Returns scheme, host and port. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Starts answering: the directory's own calls, and those below {@code /sandbox}. */
    public void start(HttpHandler directory, HttpHandler admin) {
        server.createContext("/", directory);
        server.createContext("/sandbox", admin);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
