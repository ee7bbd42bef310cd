package org.keyhopper.central.server.internal.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads and drops what a caller still sends after its call was answered, such as the rest of a body that is too long.
 * Closed before, the connection would be reset, and the caller might never see the answer (RFC 9112 section 9.6).
 */
public final class LingeringClose extends Handler.Wrapper {

    private static final long MOST_BYTES = 16L * 1024 * 1024;

    public LingeringClose(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // A caller that waits for 100 Continue sends nothing once it has the answer.
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            return super.handle(request, response, callback);
        }
        Body body = new Body(request);
        return super.handle(body, response, new Callback() {
            @Override
            public void succeeded() {
                body.drop(callback::succeeded);
            }

            @Override
            public void failed(Throwable fault) {
                body.drop(() -> callback.failed(fault));
            }
        });
    }

    /** A body that can be read to its end even if a handler has given it up. */
    private static final class Body extends Request.Wrapper {

        private Content.Chunk failure;
        private long dropped;

        Body(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            return failure == null ? super.read() : failure;
        }

        @Override
        public void fail(Throwable fault) {
            failure = Content.Chunk.from(fault);
        }

        /** Unlike Jetty's own, this leaves a body that can still be read. */
        @Override
        public boolean consumeAvailable() {
            return dropAvailable() == State.ENDED;
        }

        private void drop(Runnable then) {
            if (dropAvailable() == State.AWAITED) {
                super.demand(() -> drop(then));
            } else {
                then.run();
            }
        }

        private State dropAvailable() {
            while (dropped <= MOST_BYTES) {
                Content.Chunk chunk = super.read();
                if (chunk == null) {
                    return State.AWAITED;
                }
                dropped += chunk.remaining();
                chunk.release();
                if (Content.Chunk.isFailure(chunk)) {
                    return State.GIVEN_UP;
                }
                if (chunk.isLast()) {
                    return State.ENDED;
                }
            }
            return State.GIVEN_UP;
        }

        private enum State {
            AWAITED,
            ENDED,
            GIVEN_UP
        }
    }
}
