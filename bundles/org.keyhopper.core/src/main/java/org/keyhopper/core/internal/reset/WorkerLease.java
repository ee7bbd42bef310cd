package org.keyhopper.core.internal.reset;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.fido.DeviceException;

/**
 * The worker of a device that came back, lent to the ceremony that began on another: it does the ceremony's work piece by
 * piece until the loan is closed, so that all talk with a device stays on the one thread of its link. One thread uses it.
 */
public final class WorkerLease implements AutoCloseable {

    private static final Runnable END = () -> {};

    private final CompletableFuture<OpenDevice> lent = new CompletableFuture<>();

    /** Replaced by the worker before it does what it took, and so before the borrower goes on. */
    private volatile CompletableFuture<Runnable> next = new CompletableFuture<>();

    private volatile Thread worker;

    private WorkerLease() {}

    /** Borrows the worker; it opens the device at once. */
    static WorkerLease of(Devices devices, LinkId link) {
        WorkerLease loan = new WorkerLease();
        devices.on(link, loan::serve).whenComplete((nothing, failure) -> {
            if (failure != null) {
                loan.lent.completeExceptionally(failure);
            }
        });
        return loan;
    }

    /** Waits until the device is open; fails when it cannot be opened or left. */
    OpenDevice device() throws DeviceException {
        try {
            return lent.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DeviceException device) {
                throw device;
            }
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    /** Has the worker do it and waits; the worker itself does it at once. Only once the device is open. */
    <T> T run(Work<T> work) throws StepFailure, DeviceException {
        if (Thread.currentThread() == worker) {
            return work.run();
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        next.complete(() -> perform(work, done));
        try {
            return done.join();
        } catch (CompletionException e) {
            throw rethrown(e);
        }
    }

    /** Gives the worker back, after the work in hand. Idempotent. */
    @Override
    public void close() {
        next.complete(END);
    }

    private Void serve(OpenDevice device) {
        worker = Thread.currentThread();
        lent.complete(device);
        for (Runnable job = taken(); job != END; job = taken()) {
            job.run();
        }
        return null;
    }

    private Runnable taken() {
        Runnable job = next.join();
        next = new CompletableFuture<>();
        return job;
    }

    private static <T> void perform(Work<T> work, CompletableFuture<T> done) {
        try {
            done.complete(work.run());
        } catch (StepFailure | DeviceException | RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }

    private static RuntimeException rethrown(CompletionException e) throws StepFailure, DeviceException {
        switch (e.getCause()) {
            case StepFailure failure -> throw failure;
            case DeviceException device -> throw device;
            case Error error -> throw error;
            case RuntimeException fault -> throw fault;
            case null, default -> throw e;
        }
    }

    /** A piece of a ceremony. */
    public interface Work<T> {
        T run() throws StepFailure, DeviceException;
    }
}
