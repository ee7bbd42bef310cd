package org.keyhopper.central.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Stands between a station and Central, and loses requests or responses of chosen calls. */
final class LossyProxy implements AutoCloseable {

    /** What is lost. */
    enum Loss {
        NOTHING,
        REQUEST,
        RESPONSE
    }

    private static final Set<String> HOP_BY_HOP = Set.of("connection", "content-length", "host", "transfer-encoding");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, Integer> paths = new ConcurrentHashMap<>();
    private final Map<String, Integer> conflicts = new ConcurrentHashMap<>();
    private volatile URI target;
    private volatile Loss loss = Loss.NOTHING;
    private volatile Pattern path = Pattern.compile("");
    private final AtomicInteger times = new AtomicInteger();
    private volatile int refusal;
    private final AtomicInteger refusals = new AtomicInteger();

    LossyProxy() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void forwardTo(URI address) {
        target = address;
    }

    /** Loses the next calls whose path ends so. */
    void lose(Loss what, String end, int howOften) {
        path = Pattern.compile(".*" + end);
        times.set(howOften);
        refusals.set(0);
        loss = what;
    }

    /** Answers the calls after those that are lost itself, as an ingress does while Central restarts. */
    void thenRefuse(int status, int howOften) {
        refusal = status;
        refusals.set(howOften);
    }

    /** Returns how many calls had this path. */
    int calls(String path) {
        return paths.getOrDefault("/api/v1" + path, 0);
    }

    /** Returns how many calls with this path conflicted with the state of another one. */
    int conflicts(String path) {
        return conflicts.getOrDefault("/api/v1" + path, 0);
    }

    /** Returns how many calls renewed a claim; that goes by the clock. */
    int renewals() {
        return callsTo("/renewal");
    }

    /** Returns how many calls had a path with this end. */
    int callsTo(String end) {
        return paths.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(end))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Returns how many calls a claim took, tokens and losses included. */
    int calls() {
        return calls.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        paths.merge(exchange.getRequestURI().getPath(), 1, Integer::sum);
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean matches = path.matcher(exchange.getRequestURI().getPath()).matches();
        boolean chosen = matches && times.getAndDecrement() > 0;
        Loss now = chosen ? loss : Loss.NOTHING;
        try (exchange) {
            if (now == Loss.REQUEST) {
                return;
            }
            if (matches && !chosen && refusals.getAndDecrement() > 0) {
                exchange.sendResponseHeaders(refusal, -1);
                return;
            }
            HttpResponse<byte[]> response = forwarded(exchange, body);
            if (response.statusCode() == HttpURLConnection.HTTP_CONFLICT) {
                conflicts.merge(exchange.getRequestURI().getPath(), 1, Integer::sum);
            }
            if (now == Loss.RESPONSE) {
                return;
            }
            response.headers().map().forEach((name, values) -> {
                if (!HOP_BY_HOP.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            int length = response.body().length;
            exchange.sendResponseHeaders(response.statusCode(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(response.body());
        }
    }

    private HttpResponse<byte[]> forwarded(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(target + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))
                    && !name.equalsIgnoreCase("Upgrade")
                    && !name.equalsIgnoreCase("Http2-Settings")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
