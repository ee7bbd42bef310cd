package org.keyhopper.core.internal.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.core.device.DeviceTask;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.fido.AuthenticatorFactory;
import org.keyhopper.fido.DeviceException;

/**
 * The single thread that talks to one device. Channels and PC/SC transactions are bound to their thread, and a device
 * that does not answer must not block another.
 */
final class DeviceWorker {

    private static final Duration OPENING = Duration.ofSeconds(5);

    private final DeviceLink link;
    private final DeviceLinks links;
    private final AuthenticatorFactory authenticators;
    private final Deadline settled;
    private final ExecutorService thread;

    /** Set by the transport's thread. */
    private volatile boolean left;

    /** Both confined to the thread. */
    private InsertionChannel channel;

    private OpenDevice open;

    /** @param settled when every process has noticed the device */
    DeviceWorker(DeviceLink link, DeviceLinks links, AuthenticatorFactory authenticators, Deadline settled) {
        this.settled = settled;
        this.link = link;
        this.links = links;
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

    /** Ends the worker of a device that left: whatever the current task sends ends with GONE. */
    void retire() {
        left = true;
        release();
    }

    /** Releases the device after the current task; tasks that have not begun end with GONE. */
    void release() {
        thread.execute(this::close);
        thread.shutdown();
    }

    private <T> void run(DeviceTask<T> task, CompletableFuture<T> future) {
        if (future.isCancelled()) {
            return;
        }
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
            channel = new InsertionChannel(links.open(link, Deadline.in(OPENING)), () -> left);
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

    /**
     * A channel for one insertion of a device. Once the device has left, nothing is sent over it any more: the device
     * in that reader may be the next person's. Confined to the worker's thread.
     */
    private static final class InsertionChannel implements FidoChannel {

        private final FidoChannel channel;
        private final BooleanSupplier left;
        private boolean broken;

        InsertionChannel(FidoChannel channel, BooleanSupplier left) {
            this.channel = channel;
            this.left = left;
        }

        /** Returns whether an exchange failed, so that a new channel is needed. */
        boolean isBroken() {
            return broken;
        }

        @Override
        public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
            return whileInserted(() -> channel.exchange(message, control));
        }

        @Override
        public Hold beginExclusive(Deadline deadline) throws ChannelException {
            return whileInserted(() -> channel.beginExclusive(deadline));
        }

        @Override
        public boolean powerCycle(Deadline deadline) throws ChannelException {
            return whileInserted(() -> channel.powerCycle(deadline));
        }

        @Override
        public boolean wink() throws ChannelException {
            return whileInserted(channel::wink);
        }

        @Override
        public void close() {
            channel.close();
        }

        private <T> T whileInserted(Use<T> use) throws ChannelException {
            if (left.getAsBoolean()) {
                broken = true;
                throw new ChannelException(Problem.of(DeviceProblem.GONE));
            }
            try {
                return use.of();
            } catch (ChannelException e) {
                broken = true;
                throw e;
            }
        }

        /** One use of the channel. */
        private interface Use<T> {
            T of() throws ChannelException;
        }
    }
}
