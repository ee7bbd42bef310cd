package org.keyhopper.transport.helper.internal.serve;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.keyhopper.transport.helper.internal.wire.MalformedMessage;

/** The one thread that makes all calls on one channel, as the transport interface demands. */
final class Calls {

    /** A client waits for each answer, so that hardly two can be waiting. */
    private static final int MOST_WAITING = 8;

    private final ThreadPoolExecutor thread;

    Calls(String name) {
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name(name).factory());
    }

    void place(Runnable call) throws MalformedMessage {
        try {
            thread.execute(call);
        } catch (RejectedExecutionException tooMany) {
            throw new MalformedMessage("more calls than answers can be awaited", tooMany);
        }
    }

    /** Ends after what is waiting. */
    void end() {
        thread.shutdown();
    }
}
