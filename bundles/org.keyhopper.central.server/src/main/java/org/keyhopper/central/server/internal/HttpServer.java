package org.keyhopper.central.server.internal;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Function;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.http.BodyLimit;
import org.keyhopper.central.server.internal.http.CallerDeadlines;
import org.keyhopper.central.server.internal.http.ForwardedClient;
import org.keyhopper.central.server.internal.http.LingeringClose;
import org.keyhopper.central.server.internal.http.WipedBuffers;

/** Jetty with one servlet: HTTPS, or plain HTTP on loopback. */
public final class HttpServer implements AutoCloseable {

    private static final int THREADS = 64;
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final long IDLE_MILLIS = 120_000;
    private static final int CONNECTIONS = 2_000;
    private static final int UNAVAILABLE = 503;

    private final Server server;
    private final ServerConnector connector;
    private final URI url;

    private HttpServer(Configuration configuration) throws IOException, GeneralSecurityException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("http");
        server = new Server(threads, null, new WipedBuffers());
        connector = connector(server, configuration);
        connector.setHost(configuration.host());
        connector.setPort(configuration.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        server.setStopTimeout(configuration.operation().stopLimit().toMillis());
        server.setErrorHandler(HttpServer::reportWithoutDetail);
        connector.open();
        url = configuration.publicUrl().getPort() == 0
                ? withPort(configuration.publicUrl(), connector.getLocalPort())
                : configuration.publicUrl();
    }

    /**
     * Starts a server.
     *
     * @param servlet makes the servlet for the public URL
     */
    static HttpServer start(Configuration configuration, Function<URI, Servlet> servlet)
            throws IOException, GeneralSecurityException {
        return start(configuration, servlet, CallerDeadlines.Limits.USUAL);
    }

    /** Like {@link #start(Configuration, Function)}, with other deadlines of callers. */
    public static HttpServer start(
            Configuration configuration, Function<URI, Servlet> servlet, CallerDeadlines.Limits limits)
            throws IOException, GeneralSecurityException {
        HttpServer http = new HttpServer(configuration);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(servlet.apply(http.url));
        // Without it a reply cannot go on after the call, as those of server-sent events do.
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/*");
        Handler.Wrapper limited = new SizeLimitHandler(BodyLimit.BYTES, -1);
        limited.setHandler(context);
        CallerDeadlines deadlines = new CallerDeadlines(new GracefulHandler(new LingeringClose(limited)), limits);
        http.connector.addBean(deadlines, false);
        http.server.setHandler(deadlines);
        try {
            http.server.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
        return http;
    }

    /** Returns how stations reach it. */
    public URI url() {
        return url;
    }

    /** Lets the calls that are being carried out end, and takes no others. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        }
    }

    private static ServerConnector connector(Server server, Configuration configuration)
            throws IOException, GeneralSecurityException {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // The clock of this computer may differ from that of the database, which replies tell.
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(LONGEST_HEADERS);
        if (!configuration.operation().proxies().isEmpty()) {
            http.addCustomizer(new ForwardedClient(configuration.operation().proxies()));
        }
        if (configuration.tls().isEmpty()) {
            return new ServerConnector(server, new HttpConnectionFactory(http));
        }
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(PemKeyStore.read(configuration.tls().get()));
        tls.setKeyStorePassword("");
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        // The host is whatever the certificate is for; stations verify it.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
    }

    /** Errors outside of the API, such as a body that is too long, or calls that arrive while the server stops. */
    private static boolean reportWithoutDetail(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        if (response.getStatus() == UNAVAILABLE) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "2");
        }
        String body = "{\"type\":\"about:blank\",\"status\":" + response.getStatus() + "}";
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.US_ASCII)), callback);
        return true;
    }

    private static URI withPort(URI url, int port) {
        return URI.create(url.getScheme() + "://" + url.getHost() + ":" + port);
    }
}
