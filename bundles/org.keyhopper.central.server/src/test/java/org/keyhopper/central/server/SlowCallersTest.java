package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.central.server.internal.HttpServer;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.Operation;
import org.keyhopper.central.server.internal.http.CallerDeadlines;

/** Callers that send too slowly or too much, stand behind a proxy, or call while the server stops. */
class SlowCallersTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final int PART = 16 * 1024;
    private static final int THREE_MB = 3 * 1024 * 1024;
    private static final int FOUR_MB = 4 * 1024 * 1024;
    private static final int GIVE_UP_MILLIS = 30_000;

    @TempDir
    Path folder;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    /** Answers with the address of the caller and the length of the body; to /wait when it is let go. */
    private final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int length = request.getInputStream().readAllBytes().length;
            if ("/wait".equals(request.getRequestURI())) {
                arrived.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            response.getOutputStream().print(request.getRemoteAddr() + " " + length);
        }
    }

    private HttpServer serve(CallerDeadlines.Limits limits, String... proxies) throws Exception {
        Operation operation = new Operation(
                Optional.empty(),
                OptionalInt.empty(),
                List.of(proxies),
                Duration.ofSeconds(30),
                NetworkSettings.SYSTEM,
                Optional.empty(),
                Optional.empty());
        Configuration configuration = new Configuration(
                folder,
                Optional.empty(),
                "127.0.0.1",
                0,
                URI.create("http://127.0.0.1:0"),
                Optional.empty(),
                operation);
        return HttpServer.start(configuration, url -> new Echo(), limits);
    }

    private static Socket connect(HttpServer server) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.url().getPort());
        socket.setSoTimeout(GIVE_UP_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Returns what comes until the server closes the connection. */
    private static String rest(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (SocketException e) {
            return "";
        }
    }

    @Test
    void headersThatTakeTooLongEndTheConnection() throws Exception {
        try (HttpServer server = serve(new CallerDeadlines.Limits(SHORT, LONG, LONG));
                Socket socket = connect(server)) {
            send(socket, "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
            assertTrue(!rest(socket).contains("200 OK"));
        }
    }

    @Test
    void bodyThatTakesTooLongEndsTheConnection() throws Exception {
        try (HttpServer server = serve(new CallerDeadlines.Limits(LONG, LONG, SHORT));
                Socket socket = connect(server)) {
            send(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nslow");
            assertTrue(!rest(socket).contains("200 OK"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 4194304", "Transfer-Encoding: chunked"})
    void callerThatStillSendsGetsItsAnswer(String length) throws Exception {
        try (HttpServer server = serve(CallerDeadlines.Limits.USUAL);
                Socket socket = connect(server)) {
            boolean isChunked = length.endsWith("chunked");
            send(socket, "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + length + "\r\n\r\n");
            send(socket, (isChunked ? "400000\r\n" : "") + "a".repeat(THREE_MB));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 413 Payload Too Large", answer.readLine());
            for (int left = FOUR_MB - THREE_MB; left > 0; left -= PART) {
                send(socket, "a".repeat(PART));
            }
            send(socket, isChunked ? "\r\n0\r\n\r\n" : "");
            assertTrue(answer.lines().anyMatch(line -> line.contains("\"status\":413")));
        }
    }

    @Test
    void connectionWithoutAnotherCallEnds() throws Exception {
        try (HttpServer server = serve(new CallerDeadlines.Limits(LONG, SHORT, LONG));
                Socket socket = connect(server)) {
            send(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nfast");
            String reply = rest(socket);
            assertTrue(reply.endsWith("127.0.0.1 4"), reply);
        }
    }

    @Test
    void replyMayTakeLongerThanTheBody() throws Exception {
        try (HttpServer server = serve(new CallerDeadlines.Limits(LONG, SHORT, SHORT));
                Socket socket = connect(server)) {
            send(socket, "POST /wait HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nfast");
            answersInTheEnd(socket);
        }
    }

    private void answersInTheEnd(Socket socket) throws Exception {
        arrived.await();
        Thread.sleep(SHORT.multipliedBy(2));
        go.countDown();
        String reply = rest(socket);
        assertTrue(reply.contains("200 OK"), reply);
    }

    @Test
    void callWithoutABodyHasNoDeadlineForOne() throws Exception {
        try (HttpServer server = serve(new CallerDeadlines.Limits(LONG, SHORT, SHORT));
                Socket socket = connect(server)) {
            send(socket, "GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
            answersInTheEnd(socket);
        }
    }

    private String from(String header, String... proxies) throws Exception {
        try (HttpServer server = serve(CallerDeadlines.Limits.USUAL, proxies);
                Socket socket = connect(server)) {
            send(socket, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Forwarded-For: " + header + "\r\n\r\n");
            String reply = rest(socket);
            return reply.substring(reply.lastIndexOf('\n') + 1, reply.lastIndexOf(' '));
        }
    }

    @Test
    void addressIsTakenFromNamedProxiesOnly() throws Exception {
        assertEquals("127.0.0.1", from("203.0.113.9"));
        assertEquals("127.0.0.1", from("203.0.113.9", "192.0.2.0/24"));
        assertEquals("203.0.113.9", from("203.0.113.9", "127.0.0.0/8"));
        assertEquals("203.0.113.9", from("198.51.100.1, 203.0.113.9", "127.0.0.1"), "the caller sent the first");
        assertEquals("203.0.113.9", from("203.0.113.9, 192.0.2.4", "127.0.0.1", "192.0.2.0/24"));
        assertEquals("127.0.0.1", from("a.name.example", "127.0.0.1"));
    }

    @Test
    void runningCallEndsWhenTheServerStops() throws Exception {
        HttpServer server = serve(CallerDeadlines.Limits.USUAL);
        try (Socket running = connect(server)) {
            send(running, "GET /wait HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            arrived.await();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            go.countDown();
            String reply = rest(running);
            assertTrue(reply.contains("200 OK"), reply);
            stopped.get();
        }
    }
}
