package org.keyhopper.transport.helper.internal.serve;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.keyhopper.transport.helper.internal.wire.MalformedMessage;

/** The thread that makes all calls on one channel, as {@link org.keyhopper.api.transport.FidoChannel} requires. */
final class ChannelThread {

    /** A client awaits each reply, so that no more than two calls should be queued. */
    private static final int MAX_QUEUED = 8;

    private final ThreadPoolExecutor thread;

    ChannelThread(String name) {
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_QUEUED),
                Thread.ofPlatform().daemon().name(name).factory());
    }

    void submit(Runnable call) throws MalformedMessage {
        try {
            thread.execute(call);
        } catch (RejectedExecutionException tooMany) {
            throw new MalformedMessage("too many queued calls", tooMany);
        }
    }

    /** Ends after the queued calls. */
    void end() {
        thread.shutdown();
    }
}
