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
 * The one thread that makes every HID call, for all keys: hidapi is not safe for more, macOS insists on it, and closing
 * during a read has crashed whole programs. Calls are made in the order in which they are asked for, and each is short,
 * so that no key waits long for another.
 *
 * <p>A call that does not come back would hold up all keys. So everybody who waits also looks how long the call in hand
 * has been running. One that runs for {@link #STUCK} is left to its fate: a new thread takes over the queue, the caller
 * gets TIMEOUT, and so does everybody who asks for the same place until the call does come back. Then the place is free
 * again, and what the late call brought is handed to its disposal. Two threads may then be inside hidapi, which the
 * stuck one makes unavoidable; it happens only with broken hardware or drivers. There is at most one lost thread for
 * each place.
 */
final class HidThread {

    /** Healthy calls take milliseconds; Linux and Windows give up on a write to a dead key after some seconds. */
    static final Duration STUCK = Duration.ofSeconds(3);

    private static final int PATIENCE_ALONE_MS = 10;
    private static final int PATIENCE_IN_COMPANY_MS = 1;

    /** A native call. */
    @FunctionalInterface
    interface HidCall<T> {
        T make() throws ChannelException;
    }

    private final Duration stuck;
    private final BlockingQueue<QueuedCall<?>> queue = new LinkedBlockingQueue<>();
    private final Set<String> lostPlaces = ConcurrentHashMap.newKeySet();
    private final Queue<QueuedCall<?>> releases = new ConcurrentLinkedQueue<>();

    /** The worker in charge; guarded by this. Null until the first call. */
    private Worker worker;

    HidThread(Duration stuck) {
        this.stuck = stuck;
    }

    /**
     * Makes the call on the thread and waits for it, whatever interrupts come: they are short.
     *
     * @param place the path of the key it is about, or any other name for what may hang
     * @param disposal takes what the call brings after it was given up; runs on the thread
     */
    <T> T call(String place, HidCall<T> call, Consumer<T> disposal) throws ChannelException {
        if (lostPlaces.contains(place)) {
            throw hung(place);
        }
        QueuedCall<T> placed = new QueuedCall<>(place, call, disposal);
        queue.add(placed);
        ensureWorker();
        return await(placed);
    }

    <T> T call(String place, HidCall<T> call) throws ChannelException {
        return call(place, call, unwanted -> {});
    }

    /** Lets something go, now or once the call that hangs at the place has come back. Does not throw. */
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
            if (!lostPlaces.contains(place)) {
                queueReleases(place);
            }
        }
    }

    private void queueReleases(String place) {
        releases.removeIf(release -> release.place().equals(place) && queue.add(release));
    }

    /** How long a read may wait for its key; to be asked on the thread. Short while others wait for their turn. */
    int patienceMillis() {
        return queue.isEmpty() ? PATIENCE_ALONE_MS : PATIENCE_IN_COMPANY_MS;
    }

    private <T> T await(QueuedCall<T> placed) throws ChannelException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return placed.result(stuck);
                } catch (TimeoutException nothingYet) {
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
        QueuedCall<?> inHand = worker.inHand;
        if (inHand != null && inHand.hasRunFor(stuck)) {
            Log.warn("A call to " + inHand.place() + " does not come back; going on without it");
            lostPlaces.add(inHand.place());
            worker = null;
            ensureWorker();
            inHand.giveUp(hung(inHand.place()));
        }
    }

    private synchronized void handOver(Worker leaving) {
        if (worker == leaving) {
            worker = null;
            ensureWorker();
        }
    }

    private synchronized boolean isInCharge(Worker candidate) {
        return candidate == worker;
    }

    private static ChannelException hung(String place) {
        return new ChannelException(Problem.of(DeviceProblem.TIMEOUT).withDetail(place + " hangs in the system"));
    }

    private final class Worker implements Runnable {

        private volatile QueuedCall<?> inHand;

        @Override
        public void run() {
            while (isInCharge(this)) {
                try {
                    step(queue.poll(1, TimeUnit.SECONDS));
                } catch (InterruptedException leave) {
                    Thread.currentThread().interrupt();
                    handOver(this);
                }
            }
        }

        private void step(QueuedCall<?> call) {
            if (call == null) {
                return;
            }
            if (lostPlaces.contains(call.place())) {
                call.giveUp(hung(call.place()));
                return;
            }
            call.begins();
            inHand = call;
            call.run();
            inHand = null;
            if (!isInCharge(this)) {
                cameBack(call);
            }
        }

        /** Late, and on the way out of a thread that was replaced: the rest is for the one in charge. */
        private void cameBack(QueuedCall<?> call) {
            lostPlaces.remove(call.place());
            queue.add(call.disposing());
            queueReleases(call.place());
        }
    }
}
