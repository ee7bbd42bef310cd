package org.keyhopper.transport.hid.internal;

import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;

/**
 * The single thread that makes all HID calls, for all keys: hidapi is not thread-safe, macOS requires one thread, and
 * closing during a read has crashed processes. Calls are made in the order of submission; each is short, so that no key
 * waits long for another.
 *
 * <p>A call that does not return would block all keys. Every waiting caller therefore checks how long the current call
 * has been running. After {@link #STUCK}, the thread is abandoned: a new thread takes over the queue, and the caller
 * and all further callers for the same place get TIMEOUT until the call returns. Then the place is usable again, and
 * the late result is passed to its disposal. Two threads may then be inside hidapi, which cannot be avoided; it happens
 * only with faulty hardware or drivers. At most one thread is abandoned per place.
 */
final class HidThread {

    /** Normal calls take milliseconds; Linux and Windows abort a write to an unresponsive key after some seconds. */
    static final Duration STUCK = Duration.ofSeconds(3);

    private static final int READ_TIMEOUT_IDLE_MS = 10;
    private static final int READ_TIMEOUT_QUEUED_MS = 1;

    /** A native call. */
    @FunctionalInterface
    interface HidCall<T> {
        T run() throws ChannelException;
    }

    private final Duration stuck;
    private final BlockingQueue<QueuedCall<?>> queue = new LinkedBlockingQueue<>();
    private final Set<String> hungPlaces = ConcurrentHashMap.newKeySet();
    private final Queue<QueuedCall<?>> releases = new ConcurrentLinkedQueue<>();

    /** The current worker; guarded by this. Null until the first call. */
    private Worker worker;

    HidThread(Duration stuck) {
        this.stuck = stuck;
    }

    /**
     * Makes the call on the thread and waits for it. Interrupts are deferred, since calls are short.
     *
     * @param place the path of the key, or any other name for what may hang
     * @param disposal receives the result if the call returns after it was abandoned; runs on the thread
     */
    <T> T call(String place, HidCall<T> call, Consumer<T> disposal) throws ChannelException {
        if (hungPlaces.contains(place)) {
            throw hung(place);
        }
        QueuedCall<T> queued = new QueuedCall<>(place, call, disposal);
        queue.add(queued);
        ensureWorker();
        return await(queued);
    }

    <T> T call(String place, HidCall<T> call) throws ChannelException {
        return call(place, call, unwanted -> {});
    }

    /** Runs the release, or defers it until the hanging call at the place returns. Does not throw. */
    void release(String place, Runnable release) {
        HidCall<Void> call = () -> {
            release.run();
            return null;
        };
        try {
            call(place, call);
        } catch (ChannelException hung) {
            Log.debug(place, hung);
            releases.add(new QueuedCall<>(place, call, nothing -> {}));
            if (!hungPlaces.contains(place)) {
                queueReleases(place);
            }
        }
    }

    private void queueReleases(String place) {
        releases.removeIf(release -> release.place().equals(place) && queue.add(release));
    }

    /** Returns how long a read may block, in milliseconds; called on the thread. Short while other calls are queued. */
    int patienceMillis() {
        return queue.isEmpty() ? READ_TIMEOUT_IDLE_MS : READ_TIMEOUT_QUEUED_MS;
    }

    private <T> T await(QueuedCall<T> queued) throws ChannelException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return queued.result(stuck);
                } catch (TimeoutException stillRunning) {
                    replaceStuckWorker();
                } catch (InterruptedException interruption) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void ensureWorker() {
        if (worker == null) {
            worker = new Worker();
            Thread.ofPlatform().daemon().name("USB keys").start(worker);
        }
    }

    private synchronized void replaceStuckWorker() {
        QueuedCall<?> current = worker.current;
        if (current != null && current.hasRunFor(stuck)) {
            Log.warn("HID call to " + current.place() + " does not return; continuing on a new thread");
            hungPlaces.add(current.place());
            worker = null;
            ensureWorker();
            current.abandon(hung(current.place()));
        }
    }

    private synchronized void handOver(Worker leaving) {
        if (worker == leaving) {
            worker = null;
            ensureWorker();
        }
    }

    private synchronized boolean isCurrent(Worker candidate) {
        return candidate == worker;
    }

    private static ChannelException hung(String place) {
        return new ChannelException(Problem.of(DeviceProblem.TIMEOUT).withDetail(place + " does not return"));
    }

    private final class Worker implements Runnable {

        private volatile QueuedCall<?> current;

        @Override
        public void run() {
            while (isCurrent(this)) {
                try {
                    process(queue.poll(1, TimeUnit.SECONDS));
                } catch (InterruptedException leave) {
                    Thread.currentThread().interrupt();
                    handOver(this);
                }
            }
        }

        private void process(QueuedCall<?> call) {
            if (call == null) {
                return;
            }
            if (hungPlaces.contains(call.place())) {
                call.abandon(hung(call.place()));
                return;
            }
            call.started();
            current = call;
            call.run();
            current = null;
            if (!isCurrent(this)) {
                returnedLate(call);
            }
        }

        /** Called on an abandoned thread when its call returns; the remaining work belongs to the current worker. */
        private void returnedLate(QueuedCall<?> call) {
            hungPlaces.remove(call.place());
            queue.add(call.disposing());
            queueReleases(call.place());
        }
    }
}
