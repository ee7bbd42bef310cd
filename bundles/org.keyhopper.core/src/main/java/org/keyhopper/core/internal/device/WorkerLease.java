package org.keyhopper.core.internal.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.fido.DeviceException;

/**
 * Leases the worker of a reinserted device to a task that began on another worker: it does the task's work piece by
 * piece until the lease is closed, so that only the worker of a link talks to its device. Used by one thread. Neither
 * side waits for the other without a limit.
 */
public final class WorkerLease implements AutoCloseable {

    /** A worker opens a device within seconds, unless a task blocks it. */
    private static final Duration OPENING = Duration.ofSeconds(15);

    /** Far more than the longest step, in which an operator enters a PIN or a directory answers late. */
    private static final Duration WORKING = Duration.ofMinutes(30);

    private static final Runnable END = () -> {};

    private final CompletableFuture<OpenDevice> leased = new CompletableFuture<>();
    private final Duration opening;
    private final Duration working;

    /** Replaced by the worker before it does the work it took, and so before the leaseholder continues. */
    private volatile CompletableFuture<Runnable> next = new CompletableFuture<>();

    private volatile Thread worker;

    private WorkerLease(Duration opening, Duration working) {
        this.opening = opening;
        this.working = working;
    }

    /** Leases the worker, which opens the device at once. */
    public static WorkerLease of(Devices devices, LinkId link) {
        return of(devices, link, OPENING, WORKING);
    }

    /** Leases the worker with limits for opening the device, and for each piece of work and the pause after it. */
    static WorkerLease of(Devices devices, LinkId link, Duration opening, Duration working) {
        WorkerLease lease = new WorkerLease(opening, working);
        devices.submit(link, lease::serve).whenComplete((nothing, failure) -> {
            if (failure != null) {
                lease.leased.completeExceptionally(failure);
            }
        });
        return lease;
    }

    /** Waits until the device is open; fails when it cannot be opened or has left, and with TIMEOUT after the limit. */
    public OpenDevice device() throws StepFailedException, DeviceException {
        try {
            return await(leased, opening);
        } catch (TimeoutException e) {
            throw DeviceException.unreached(Problem.of(DeviceProblem.TIMEOUT), e);
        }
    }

    /**
     * Has the worker do the work, and waits for it; on the worker itself does it at once. Called once the device is
     * open. Fails with TIMEOUT after the limit: the device counts as lost then, since the work may be done later.
     */
    public <T> T run(Work<T> work) throws StepFailedException, DeviceException {
        if (Thread.currentThread() == worker) {
            return work.run();
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        next.complete(() -> perform(work, done));
        try {
            return await(done, working);
        } catch (TimeoutException e) {
            throw DeviceException.lost(Problem.of(DeviceProblem.TIMEOUT), e);
        }
    }

    /** Returns the worker after the current work. Idempotent. */
    @Override
    public void close() {
        next.complete(END);
    }

    private Void serve(OpenDevice device) {
        worker = Thread.currentThread();
        leased.complete(device);
        for (Runnable job = taken(); job != END; job = taken()) {
            job.run();
        }
        return null;
    }

    private Runnable taken() {
        Runnable job = next.completeOnTimeout(END, working.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        next = job == END ? CompletableFuture.completedFuture(END) : new CompletableFuture<>();
        return job;
    }

    private static <T> void perform(Work<T> work, CompletableFuture<T> done) {
        try {
            done.complete(work.run());
        } catch (StepFailedException | DeviceException | RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }

    private static <T> T await(CompletableFuture<T> future, Duration limit)
            throws StepFailedException, DeviceException, TimeoutException {
        boolean interrupted = false;
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                try {
                    return future.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // Work that has begun on the device has to be known to have ended.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw rethrown(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(ExecutionException e) throws StepFailedException, DeviceException {
        switch (e.getCause()) {
            case StepFailedException failure -> throw failure;
            case DeviceException device -> throw device;
            case Error error -> throw error;
            case RuntimeException fault -> throw fault;
            case null, default -> throw new IllegalStateException(e);
        }
    }

    /** A piece of work with the device. */
    public interface Work<T> {
        T run() throws StepFailedException, DeviceException;
    }
}
