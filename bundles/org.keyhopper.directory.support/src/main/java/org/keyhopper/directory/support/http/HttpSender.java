package org.keyhopper.directory.support.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.transport.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wire. Sends each request exactly once and tells "not sent" from "no answer". Uses the default proxy and its account at
 * the time of each request, and the default TLS context of the Java runtime whenever it connects anew, as after a minute without requests.
 */
public final class HttpSender implements Sender, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpSender.class);
    private static final CurrentProxy PROXY = new CurrentProxy();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final Duration SHORTEST_ANSWER = Duration.ofMillis(1);
    private static final int LONGEST_BODY = 16 << 20;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final Duration longestAnswer;
    private final int longestBody;
    private final IdleAction unused;

    /** Guarded by this, as is what follows; null until it is needed. Its buffers hold what was sent last, such as a token. */
    private HttpClient client;

    private int underWay;
    private boolean closed;

    public HttpSender() {
        this(LONGEST_ANSWER);
    }

    /** With a limit of its own for how long one answer may take, from the request to the last byte of the body. */
    public HttpSender(Duration longestAnswer) {
        this(longestAnswer, LONGEST_BODY, IDLE);
    }

    /**
     * @param longestBody most bytes of a body
     * @param idle how long connections are kept after the last request
     */
    HttpSender(Duration longestAnswer, int longestBody, Duration idle) {
        this.longestAnswer = longestAnswer;
        this.longestBody = longestBody;
        unused = new IdleAction(idle, this::disconnect);
    }

    /** Returns the client for one request; empty when this is closed. */
    private synchronized Optional<HttpClient> begin() {
        if (closed) {
            return Optional.empty();
        }
        if (client == null) {
            // Redirects would carry the token elsewhere. HTTP/1.1, because a stream refused by HTTP/2 is sent again
            // unseen.
            client = HttpClient.newBuilder()
                    .proxy(PROXY)
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .build();
        }
        underWay++;
        return Optional.of(client);
    }

    private synchronized void end() {
        underWay--;
        unused.use();
    }

    /** Forgets what was sent. A request under way is not cut: its end is the next use. */
    private synchronized void disconnect() {
        if (underWay == 0 && client != null) {
            client.shutdownNow();
            client = null;
        }
    }

    @Override
    public Answer<ApiResponse> send(ApiRequest request, Deadline deadline) {
        long start = System.nanoTime();
        Answer<ApiResponse> answer = exchange(request, deadline);
        LOG.debug("{}: {} after {} ms", request, words(answer), (System.nanoTime() - start) / 1_000_000);
        return answer;
    }

    private Answer<ApiResponse> exchange(ApiRequest request, Deadline deadline) {
        Optional<HttpClient> ready = deadline.hasPassed() ? Optional.empty() : begin();
        if (ready.isEmpty()) {
            return Answer.failed(Problem.of(DirectoryProblem.NO_ANSWER).withDetail(request + ": not sent"));
        }
        try {
            return exchange(ready.get(), request, time(deadline));
        } finally {
            end();
        }
    }

    private Answer<ApiResponse> exchange(HttpClient through, ApiRequest request, Duration time) {
        try {
            HttpResponse<byte[]> response = through.send(onTheWire(request, time), BoundedBody.of(longestBody, time));
            // The answer of the proxy: it has passed nothing on.
            return response.statusCode() == PROXY_AUTHENTICATION_REQUIRED
                    ? Answer.failed(Problem.of(NetworkProblem.PROXY_SIGN_IN, host(request)))
                    : Answer.done(received(response));
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException notSent) {
            return Answer.failed(Problem.of(cause(notSent), host(request))
                    .withDetail(notSent.getClass().getSimpleName() + " " + notSent.getMessage()));
        } catch (IOException e) {
            if (BoundedBody.isTooLong(e)) {
                return inDoubt(request, DirectoryProblem.UNREADABLE_ANSWER, e.getMessage());
            }
            String detail = e.getClass().getSimpleName() + " " + e.getMessage();
            return isRefusedTunnel(e)
                    ? Answer.failed(Problem.of(DirectoryProblem.UNREACHABLE, host(request))
                            .withDetail(detail))
                    : noAnswer(request, detail);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return noAnswer(request, "interrupted");
        }
    }

    /** A proxy that opens no tunnel has passed nothing on. The JDK reports this by its message only. */
    private static boolean isRefusedTunnel(IOException failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("Tunnel failed");
    }

    private static ProblemCode cause(IOException notSent) {
        boolean isCertificate = Stream.iterate((Throwable) notSent, Objects::nonNull, Throwable::getCause)
                .anyMatch(e -> e instanceof CertificateException || e instanceof CertPathBuilderException);
        return isCertificate ? NetworkProblem.CERTIFICATE_NOT_TRUSTED : DirectoryProblem.UNREACHABLE;
    }

    private static Answer<ApiResponse> noAnswer(ApiRequest request, String detail) {
        return inDoubt(request, DirectoryProblem.NO_ANSWER, detail);
    }

    private static Answer<ApiResponse> inDoubt(ApiRequest request, ProblemCode code, String detail) {
        Problem problem = Problem.of(code).withDetail(request + ": " + detail);
        return request.effect() == Effect.NON_IDEMPOTENT ? Answer.unclear(problem) : Answer.failed(problem);
    }

    private Duration time(Deadline deadline) {
        Duration left = deadline.atMost(longestAnswer).remaining();
        return left.compareTo(SHORTEST_ANSWER) < 0 ? SHORTEST_ANSWER : left;
    }

    private static HttpRequest onTheWire(ApiRequest request, Duration time) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.address())
                .timeout(time)
                .method(
                        request.method(),
                        request.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        PROXY.authorization(request.address()).ifPresent(value -> builder.header(CurrentProxy.AUTHORIZATION, value));
        return builder.build();
    }

    private static ApiResponse received(HttpResponse<byte[]> response) {
        return new ApiResponse(response.statusCode(), values(response.headers()), response.body());
    }

    private static Map<String, String> values(HttpHeaders headers) {
        Map<String, String> first = new HashMap<>();
        headers.map().forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), joined(name, values)));
        return first;
    }

    /** Links come one to a header, and mean nothing without the others. */
    private static String joined(String name, List<String> values) {
        return name.equalsIgnoreCase("Link") ? String.join(", ", values) : values.getFirst();
    }

    private static String host(ApiRequest request) {
        return request.address().getHost();
    }

    private static String words(Answer<ApiResponse> answer) {
        return answer.result()
                .map(ApiResponse::toString)
                .orElseGet(() -> answer.failure().orElseThrow().toString());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}
