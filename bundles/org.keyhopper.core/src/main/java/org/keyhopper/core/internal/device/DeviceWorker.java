package org.keyhopper.core.internal.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.core.device.DeviceTask;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.fido.AuthenticatorFactory;
import org.keyhopper.fido.DeviceException;

/**
 * The one thread that talks to one device. Channels and PC/SC transactions are bound to their thread, and a device that
 * hangs must not hold up another.
 */
final class DeviceWorker {

    private static final Duration OPENING = Duration.ofSeconds(5);

    private final DeviceLink link;
    private final AuthenticatorFactory authenticators;
    private final ExecutorService thread;

    /** Confined to the thread. */
    private OpenDevice open;

    DeviceWorker(DeviceLink link, AuthenticatorFactory authenticators) {
        this.link = link;
        this.authenticators = authenticators;
        String name = "device " + link.description().id().slot();
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    DeviceLink link() {
        return link;
    }

    <T> CompletableFuture<T> submit(DeviceTask<T> task) {
        CompletableFuture<T> future = new CompletableFuture<>();
        try {
            thread.execute(() -> run(task, future));
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(DeviceException.lost(Problem.of(DeviceProblem.GONE), e));
        }
        return future;
    }

    /** Lets go of the device after the work in hand; work not begun ends with GONE. */
    void retire() {
        CompletableFuture<Void> closed = submit(device -> null);
        closed.whenComplete((nothing, failure) -> close());
        thread.shutdown();
    }

    private <T> void run(DeviceTask<T> task, CompletableFuture<T> future) {
        try {
            if (thread.isShutdown()) {
                throw DeviceException.lost(Problem.of(DeviceProblem.GONE), null);
            }
            future.complete(task.run(opened()));
        } catch (DeviceException e) {
            dropIfLost(e);
            future.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    private OpenDevice opened() throws DeviceException {
        if (open == null) {
            open = openLink();
        }
        return open;
    }

    private OpenDevice openLink() throws DeviceException {
        FidoChannel channel;
        try {
            channel = link.open(Deadline.in(OPENING));
        } catch (ChannelException e) {
            throw DeviceException.lost(e.problem(), e);
        }
        try {
            return new OpenDevice(link.description(), channel, authenticators.open(channel));
        } catch (DeviceException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** A channel that lost its device is of no more use; the next task opens a new one. */
    private void dropIfLost(DeviceException e) {
        if (!e.changedNothing()) {
            close();
        }
    }

    private void close() {
        if (open != null) {
            open.channel().close();
            open = null;
        }
    }
}
