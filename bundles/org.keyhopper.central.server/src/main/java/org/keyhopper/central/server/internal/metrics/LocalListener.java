package org.keyhopper.central.server.internal.metrics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Plain HTTP on loopback for what only this computer may read, without a token. */
public final class LocalListener implements AutoCloseable {

    private static final int THREADS = 8;

    /** One page. */
    public record Page(String type, Supplier<String> text) {}

    private final Server server;
    private final ServerConnector connector;

    private LocalListener(int port, Map<String, Page> pages) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("local");
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Pages(pages));
    }

    /**
     * Starts.
     *
     * @param port 0 for a free one
     * @param pages by path
     */
    public static LocalListener start(int port, Map<String, Page> pages) throws IOException {
        LocalListener listener = new LocalListener(port, Map.copyOf(pages));
        try {
            listener.server.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
        return listener;
    }

    /** Returns the port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the local listener did not stop", e);
        }
    }

    /** Serves the pages. */
    private static final class Pages extends Handler.Abstract {

        private final Map<String, Page> pages;

        Pages(Map<String, Page> pages) {
            this.pages = pages;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Page page = pages.get(request.getHttpURI().getPath());
            if (page == null || !"GET".equals(request.getMethod())) {
                return false;
            }
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            byte[] body = page.text().get().getBytes(StandardCharsets.UTF_8);
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }
}
