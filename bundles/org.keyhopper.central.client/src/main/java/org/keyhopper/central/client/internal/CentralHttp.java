package org.keyhopper.central.client.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.directory.support.http.CurrentProxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one request once, with a limit of time over headers and body, and a limit of size. Any thread. */
final class CentralHttp {

    private static final Logger LOGGER = LoggerFactory.getLogger(CentralHttp.class);
    private static final CurrentProxy PROXY = new CurrentProxy();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LONGEST_BODY = 16 * 1024 * 1024;

    private final URI address;
    private final Optional<String> fingerprint;

    /** Guarded by this; null until it is needed. */
    private HttpClient client;

    /** @param fingerprint of the only key that is accepted; empty to trust the authorities of the runtime */
    CentralHttp(URI address, Optional<String> fingerprint) {
        this.address = address;
        this.fingerprint = fingerprint;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = connecting();
        }
        return client;
    }

    /** Closes the connections. A call in progress has no answer then, so that it is made again; a later one connects anew. */
    synchronized void disconnect() {
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }

    private HttpClient connecting() {
        // Redirects would carry the token elsewhere. HTTP/1.1, because a stream refused by HTTP/2 is sent again unseen.
        HttpClient.Builder builder = HttpClient.newBuilder()
                .proxy(PROXY)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        fingerprint.ifPresent(pin -> builder.sslContext(ServerTrust.pinned(pin)));
        return builder.build();
    }

    String url(HttpCall call) {
        return address + call.path();
    }

    /** Sends the call; unclear if it may have been carried out. */
    Answer<HttpReply> send(HttpCall call, Map<String, String> headers, Deadline deadline) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(call)))
                .header("User-Agent", UserAgent.VALUE)
                .method(
                        call.method(),
                        call.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(call.body()));
        if (!call.contentType().isEmpty()) {
            request.header("Content-Type", call.contentType());
        }
        call.headers().forEach(request::header);
        headers.forEach(request::header);
        PROXY.authorization(address).ifPresent(value -> request.header(CurrentProxy.AUTHORIZATION, value));
        long began = System.nanoTime();
        Answer<HttpReply> answer = exchange(request.build(), deadline);
        LOGGER.debug(
                "{}: {} after {} ms",
                call,
                answer.result().map(reply -> Integer.toString(reply.status())).orElse("no response"),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        return answer;
    }

    private Answer<HttpReply> exchange(HttpRequest request, Deadline deadline) {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client().sendAsync(request, info -> new CappedBody(LONGEST_BODY));
        try {
            HttpResponse<byte[]> response = sent.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
            return Answer.done(new HttpReply(
                    response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8)));
        } catch (TimeoutException e) {
            sent.cancel(true);
            return noAnswer("no response in time");
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return noAnswer("interrupted");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    private Answer<HttpReply> failed(Throwable failure) {
        String detail = failure.getClass().getSimpleName() + " " + failure.getMessage();
        if (contains(failure, ServerTrust.OtherKeyException.class)) {
            return Answer.failed(problem(CentralConnectionProblem.KEY_DIFFERS, detail));
        }
        if (failure instanceof SSLHandshakeException
                && (contains(failure, CertificateException.class)
                        || contains(failure, CertPathBuilderException.class))) {
            return Answer.failed(Problem.of(NetworkProblem.CERTIFICATE_NOT_TRUSTED, address.getHost())
                    .withDetail(detail));
        }
        boolean notSent = failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException
                || failure instanceof IOException
                        && failure.getMessage() != null
                        && failure.getMessage().startsWith("Tunnel failed");
        return notSent ? Answer.failed(problem(CentralConnectionProblem.UNREACHABLE, detail)) : noAnswer(detail);
    }

    private static boolean contains(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }

    private Answer<HttpReply> noAnswer(String detail) {
        return Answer.unclear(problem(CentralConnectionProblem.NO_ANSWER, detail));
    }

    Problem problem(CentralConnectionProblem code, String detail) {
        return Problem.of(code, address.toString()).withDetail(detail);
    }
}
