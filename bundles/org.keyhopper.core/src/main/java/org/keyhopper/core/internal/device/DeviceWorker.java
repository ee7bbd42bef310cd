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
    private final LinkOpener routes;
    private final AuthenticatorFactory authenticators;
    private final Deadline settled;
    private final ExecutorService thread;

    /** Set by the transport's thread. */
    private volatile boolean left;

    /** Both confined to the thread. */
    private InsertionChannel channel;

    private OpenDevice open;

    /** @param settled until when others may not have noticed the device yet */
    DeviceWorker(DeviceLink link, LinkOpener routes, AuthenticatorFactory authenticators, Deadline settled) {
        this.settled = settled;
        this.link = link;
        this.routes = routes;
        this.authenticators = authenticators;
        String name = "device " + link.description().id().slot();
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    DeviceLink link() {
        return link;
    }

    Deadline settled() {
        return settled;
    }

    <T> CompletableFuture<T> submit(DeviceTask<T> task) {
        CompletableFuture<T> future = new CompletableFuture<>();
        try {
            thread.execute(() -> run(task, future));
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(DeviceException.unreached(Problem.of(DeviceProblem.GONE), e));
        }
        return future;
    }

    /** The device left: the work in hand gets no further with it. */
    void retire() {
        left = true;
        release();
    }

    /** Lets go of the device after the work in hand; work not begun ends with GONE. */
    void release() {
        thread.execute(this::close);
        thread.shutdown();
    }

    private <T> void run(DeviceTask<T> task, CompletableFuture<T> future) {
        try {
            if (thread.isShutdown()) {
                throw DeviceException.unreached(Problem.of(DeviceProblem.GONE), null);
            }
            future.complete(task.run(opened()));
        } catch (DeviceException | RuntimeException | Error e) {
            future.completeExceptionally(e);
        } finally {
            closeIfBroken();
        }
    }

    private OpenDevice opened() throws DeviceException {
        if (open == null) {
            open = openLink();
            return new OpenDevice(open.link(), open.channel(), open.authenticator(), true);
        }
        return open;
    }

    private OpenDevice openLink() throws DeviceException {
        try {
            channel = new InsertionChannel(routes.open(link, Deadline.in(OPENING)), () -> left);
        } catch (ChannelException e) {
            throw DeviceException.unreached(e.problem(), e);
        }
        try {
            return new OpenDevice(link.description(), channel, authenticators.open(channel));
        } catch (DeviceException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The next task opens a new channel. */
    private void closeIfBroken() {
        if (channel != null && channel.isBroken()) {
            close();
        }
    }

    private void close() {
        if (channel != null) {
            channel.close();
            channel = null;
            open = null;
        }
    }
}
