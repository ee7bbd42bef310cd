package org.keyhopper.directory.support.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The body of an answer, limited in size and time. Beyond either the exchange fails and its connection is closed. The timeout
 * of a request ends with the headers (Java 21).
 */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final int limit;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();

    private BoundedBody(int limit) {
        this.limit = limit;
    }

    /** @param time from now, not from the headers */
    static BodyHandler<byte[]> of(int limit, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return headers -> {
            BoundedBody bounded = new BoundedBody(limit);
            bounded.body.orTimeout(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return bounded;
        };
    }

    /** Returns whether an exchange failed because of the size of the body. */
    static boolean isTooLong(IOException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(TooLongException.class::isInstance);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body.exceptionallyCompose(failure -> CompletableFuture.failedStage(
                failure instanceof TimeoutException ? new HttpTimeoutException("the body was not complete") : failure));
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        body.whenComplete((done, failure) -> {
            if (failure != null) {
                subscription.cancel();
            }
        });
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (buffer.remaining() > limit - received.size()) {
                body.completeExceptionally(new TooLongException(limit));
                return;
            }
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            received.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(received.toByteArray());
    }

    private static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1;

        TooLongException(int limit) {
            super("the body has more than " + limit + " bytes");
        }
    }
}
