package org.keyhopper.directory.support.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.keyhopper.api.transport.Deadline;

/**
 * Waits on this computer for the browser to come back from the sign-in page (RFC 8252 section 7.3). Whether a browser takes
 * localhost for the IPv4 or the IPv6 loopback is its own choice (section 8.3), so that a port is free only where both are.
 */
public final class LoopbackListener implements AutoCloseable {

    private static final long POLL_INTERVAL = 250;
    private static final List<String> LOOPBACKS = List.of("127.0.0.1", "::1");
    private static final String FAREWELL = "<!doctype html><meta charset=utf-8><title>Keyhopper</title>"
            + "<p style='font:large sans-serif;margin:3em'>Back to Keyhopper: you can close this window.</p>";

    /**
     * The redirect URI, on the loopback interface (RFC 8252 section 7.3).
     *
     * @param ports to try in order; 0 takes any free one
     * @param path as registered with the provider; empty for the bare address
     */
    public record Redirect(List<Integer> ports, String path) {
        public static final Redirect ANY_PORT = new Redirect(List.of(0, 0, 0), "");

        public Redirect {
            ports = List.copyOf(ports);
        }

        String words() {
            return ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
    }

    private final List<HttpServer> servers;
    private final URI redirect;
    private final String state;
    private final CompletableFuture<Map<String, String>> came = new CompletableFuture<>();

    private LoopbackListener(List<HttpServer> servers, String path, String state) {
        this.servers = servers;
        this.state = state;
        redirect =
                URI.create("http://localhost:" + servers.getFirst().getAddress().getPort() + path);
        for (HttpServer server : servers) {
            server.createContext(path.isEmpty() ? "/" : path, this::answer);
            server.start();
        }
    }

    /** Listens at the first free port, for a visit that knows the state. */
    static LoopbackListener open(Redirect to, String state) throws IOException {
        BindException taken = new BindException("no port given");
        for (int port : to.ports()) {
            try {
                return new LoopbackListener(serversAt(port), to.path(), state);
            } catch (BindException inUse) {
                taken = inUse;
            }
        }
        throw taken;
    }

    private static List<HttpServer> serversAt(int port) throws IOException {
        List<HttpServer> servers = new ArrayList<>();
        try {
            for (String loopback : LOOPBACKS) {
                InetAddress address = InetAddress.getByName(loopback);
                if (NetworkInterface.getByInetAddress(address) != null) {
                    int number = servers.isEmpty()
                            ? port
                            : servers.getFirst().getAddress().getPort();
                    servers.add(HttpServer.create(new InetSocketAddress(address, number), 0));
                }
            }
        } catch (IOException notBoth) {
            servers.forEach(server -> server.stop(0));
            throw notBoth;
        }
        if (servers.isEmpty()) {
            throw new BindException("there is no loopback");
        }
        return servers;
    }

    URI redirect() {
        return redirect;
    }

    /** Returns the parameters the browser brought, or empty when it did not come in time or the operator gave up. */
    Optional<Map<String, String>> await(Deadline deadline, BooleanSupplier cancelled) {
        while (!deadline.hasPassed() && !cancelled.getAsBoolean()) {
            try {
                return Optional.of(came.get(POLL_INTERVAL, TimeUnit.MILLISECONDS));
            } catch (TimeoutException notYet) {
                continue;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return Optional.empty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> parameters = parameters(exchange.getRequestURI());
            boolean ours = state.equals(parameters.get("state"));
            byte[] page = ours ? FAREWELL.getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(ours ? 200 : 400, page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
            if (ours) {
                came.complete(parameters);
            }
        }
    }

    private static Map<String, String> parameters(URI address) {
        Map<String, String> parameters = new HashMap<>();
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        for (String pair : query.split("&")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                String value = URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8);
                parameters.put(pair.substring(0, sign), value);
            }
        }
        return parameters;
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
