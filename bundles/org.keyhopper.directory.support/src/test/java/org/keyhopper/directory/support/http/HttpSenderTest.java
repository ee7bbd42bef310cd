package org.keyhopper.directory.support.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.transport.Deadline;

/** Behaviour of the sender when no server answers, or one that breaks the protocol. */
class HttpSenderTest {

    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-One: 1\r\n\r\n{}";
    private static final String REDIRECT =
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";

    private static final int LONGEST_BODY = 1000;

    private final HttpSender sender = new HttpSender(Duration.ofMillis(500), LONGEST_BODY, Duration.ofMinutes(1));
    private final AtomicInteger received = new AtomicInteger();
    private ServerSocket server;
    private volatile String answer = "";
    private volatile boolean silent;
    private volatile boolean stalling;
    private final CountDownLatch closed = new CountDownLatch(1);

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void stop() throws IOException {
        sender.close();
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                int read = socket.getInputStream().read(new byte[8192]);
                received.addAndGet(read > 0 ? 1 : 0);
                if (silent) {
                    Thread.sleep(Duration.ofSeconds(2));
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                if (stalling) {
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                    closed.countDown();
                }
            } catch (IOException lost) {
                assertTrue(lost.getMessage() != null);
                closed.countDown();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/secret-path?secret=query");
    }

    private Answer<ApiResponse> post() {
        ApiRequest request = ApiRequest.post(address(), "{\"secret\":1}", Effect.NON_IDEMPOTENT)
                .with("Authorization", "Bearer x");
        return sender.send(request, Deadline.inSeconds(5));
    }

    @Test
    void returnsAnyStatusWithHeaders() {
        answer = GOOD;
        ApiResponse response = post().result().orElseThrow();
        assertEquals(200, response.status());
        assertEquals("1", response.header("x-ONE").orElseThrow());
    }

    @Test
    void doesNotFollowRedirectsWithOurToken() {
        answer = REDIRECT;
        assertEquals(302, post().result().orElseThrow().status());
    }

    @Test
    void aPostCutOffAfterSendingIsUnclearAndWasSentOnce() {
        assertInstanceOf(Answer.Unclear.class, post());
        assertEquals(1, received.get());
    }

    @Test
    void aPostWithoutAnswerInTimeIsUnclearAndWasSentOnce() {
        silent = true;
        assertInstanceOf(Answer.Unclear.class, post());
        assertEquals(1, received.get());
    }

    @Test
    void aBodyThatStallsEndsInTimeAndClosesTheConnection() throws Exception {
        stalling = true;
        answer = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{";
        Answer<ApiResponse> response = assertTimeoutPreemptively(Duration.ofSeconds(20), this::post);
        assertInstanceOf(Answer.Unclear.class, response);
        assertEquals(
                DirectoryProblem.NO_ANSWER, response.failure().orElseThrow().code());
        assertTrue(closed.await(20, TimeUnit.SECONDS));
        assertEquals(1, received.get());
    }

    @Test
    void aBodyThatIsTooLongIsNotRead() throws Exception {
        stalling = true;
        answer = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(LONGEST_BODY + 1);
        Answer<ApiResponse> response = assertTimeoutPreemptively(Duration.ofSeconds(20), this::post);
        assertInstanceOf(Answer.Unclear.class, response);
        assertEquals(
                DirectoryProblem.UNREADABLE_ANSWER,
                response.failure().orElseThrow().code());
        assertTrue(closed.await(20, TimeUnit.SECONDS));
    }

    @Test
    void theLongestBodyIsRead() {
        answer = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(LONGEST_BODY);
        assertEquals(LONGEST_BODY, post().result().orElseThrow().body().length);
    }

    @Test
    void aGetCutOffAfterSendingIsAFailure() {
        Answer<ApiResponse> answer = sender.send(ApiRequest.get(address()), Deadline.inSeconds(5));
        assertInstanceOf(Answer.Failed.class, answer);
        assertEquals(DirectoryProblem.NO_ANSWER, answer.failure().orElseThrow().code());
    }

    @Test
    void nobodyListeningIsAFailureEvenForAPost() throws IOException {
        server.close();
        Answer<ApiResponse> answer = post();
        assertInstanceOf(Answer.Failed.class, answer);
        assertEquals(
                DirectoryProblem.UNREACHABLE, answer.failure().orElseThrow().code());
    }

    @Test
    void afterTheDeadlineNothingIsSentAndThatIsNoDoubt() {
        ApiRequest request = ApiRequest.post(address(), "{}", Effect.NON_IDEMPOTENT);
        assertInstanceOf(Answer.Failed.class, sender.send(request, Deadline.in(Duration.ZERO)));
        assertEquals(0, received.get());
    }

    @Test
    void anUnknownHostIsAFailureEvenForAPost() {
        ApiRequest request = ApiRequest.post(URI.create("https://no-such-host.invalid/"), "{}", Effect.NON_IDEMPOTENT);
        Answer<ApiResponse> answer = sender.send(request, Deadline.inSeconds(5));
        assertEquals(
                DirectoryProblem.UNREACHABLE, answer.failure().orElseThrow().code());
    }

    @Test
    void anInterruptionStaysAnInterruption() {
        Thread.currentThread().interrupt();
        assertTrue(post().result().isEmpty());
        assertTrue(Thread.interrupted());
    }

    @Test
    void aProblemNamesNeitherQueryNorBody() {
        String words = post().failure().orElseThrow().toString();
        assertFalse(words.contains("query") || words.contains("Bearer") || words.contains("{"), words);
    }

    private HttpSender forgetful() {
        return new HttpSender(Duration.ofSeconds(10), LONGEST_BODY, Duration.ofMillis(50));
    }

    @Test
    void connectionsThatAreNotUsedAreClosedAndMadeAgain() throws Exception {
        stalling = true;
        answer = GOOD;
        try (HttpSender forgetful = forgetful()) {
            ApiRequest request = ApiRequest.get(address());
            assertTrue(forgetful.send(request, Deadline.inSeconds(10)).result().isPresent());
            assertTrue(closed.await(20, TimeUnit.SECONDS));
            assertTrue(forgetful.send(request, Deadline.inSeconds(10)).result().isPresent());
        }
    }

    @Test
    void aRequestThatTakesLongIsNotCut() {
        silent = true;
        answer = GOOD;
        try (HttpSender forgetful = forgetful()) {
            Answer<ApiResponse> response = forgetful.send(ApiRequest.get(address()), Deadline.inSeconds(10));
            assertEquals(200, response.result().orElseThrow().status());
        }
    }

    @Test
    void nothingIsSentOnceItIsClosed() {
        sender.close();
        assertInstanceOf(Answer.Failed.class, post());
        assertEquals(0, received.get());
    }
}
