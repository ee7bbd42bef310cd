package org.keyhopper.transport.helper.internal.client;

import java.time.Duration;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.transport.helper.internal.Log;
import org.keyhopper.transport.helper.internal.wire.Reply;
import org.keyhopper.transport.helper.internal.wire.Request;

/** A channel that is held by a helper. After a fatal failure, no more replies are awaited. */
final class HelperChannel implements FidoChannel {

    private static final Duration SHORT = Duration.ofSeconds(5);

    private final HelperLink link;
    private final HelperConnection connection;
    private final PendingReplies waiting = new PendingReplies();
    private final int number;
    private int exchanges;
    private Problem broken;
    private boolean closed;

    private HelperChannel(HelperLink link, HelperConnection connection) {
        this.link = link;
        this.connection = connection;
        this.number = connection.register(waiting::add);
    }

    static HelperChannel open(HelperLink link, HelperConnection connection, LinkId remote, Deadline deadline)
            throws ChannelException {
        HelperChannel channel = new HelperChannel(link, connection);
        try {
            channel.ask(new Request.Open(channel.number, remote, Request.millis(deadline)), deadline);
            return channel;
        } catch (ChannelException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    @Override
    public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
        if (message.length == 0 || message.length > Request.LONGEST_MESSAGE) {
            throw new ChannelException(
                    Problem.of(DeviceProblem.PROTOCOL_ERROR).withDetail("a message of " + message.length + " bytes"));
        }
        requireUsable();
        boolean cancelled = control.cancel().isCancelled();
        int call = ++exchanges;
        connection.send(new Request.Exchange(number, call, Request.millis(control.deadline()), cancelled, message));
        Reply reply = awaited(control.deadline(), new Following(control, call, cancelled));
        if (reply instanceof Reply.Answered answered) {
            return answered.message();
        }
        throw unexpected(reply);
    }

    @Override
    public Hold beginExclusive(Deadline deadline) throws ChannelException {
        ask(new Request.Hold(number, Request.millis(deadline)), deadline);
        return new RemoteHold();
    }

    @Override
    public boolean powerCycle(Deadline deadline) throws ChannelException {
        return ask(new Request.PowerCycle(number, Request.millis(deadline)), deadline);
    }

    @Override
    public boolean wink() throws ChannelException {
        return ask(new Request.Wink(number), Deadline.in(SHORT));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            connection.send(new Request.Close(number));
            connection.unregister(number);
        }
    }

    private boolean ask(Request request, Deadline deadline) throws ChannelException {
        requireUsable();
        connection.send(request);
        Reply reply = awaited(deadline, PendingReplies.Progress.NOTHING);
        if (reply instanceof Reply.Done done) {
            return done.result();
        }
        throw unexpected(reply);
    }

    private Reply awaited(Deadline deadline, PendingReplies.Progress meanwhile) throws ChannelException {
        try {
            return waiting.answer(deadline, meanwhile);
        } catch (ChannelException failure) {
            broken = failure.problem();
            throw failure;
        }
    }

    private ChannelException unexpected(Reply reply) {
        broken = Problem.of(DeviceProblem.PROTOCOL_ERROR)
                .withDetail("the helper answered with " + reply.getClass().getSimpleName());
        return new ChannelException(broken);
    }

    private void requireUsable() throws ChannelException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (broken != null) {
            throw new ChannelException(broken);
        }
        link.requirePresent();
    }

    /** Forwards keep-alives to the caller, and cancellation to the helper. */
    private final class Following implements PendingReplies.Progress {

        private final ExchangeControl control;
        private final int call;
        private boolean cancelled;

        Following(ExchangeControl control, int call, boolean cancelled) {
            this.control = control;
            this.call = call;
            this.cancelled = cancelled;
        }

        @Override
        public void alive(KeepAlive state) {
            control.keepAlive().accept(state);
        }

        @Override
        public void poll(boolean interrupted) {
            if (!cancelled && (interrupted || control.cancel().isCancelled())) {
                cancelled = true;
                connection.send(new Request.Cancel(number, call));
            }
        }
    }

    /** A hold whose release waits only as long as the helper needs to confirm it. */
    private final class RemoteHold implements Hold {

        private boolean over;

        @Override
        public void close() {
            if (!over) {
                over = true;
                release();
            }
        }
    }

    private void release() {
        if (closed || broken != null) {
            return;
        }
        connection.send(new Request.Release(number));
        try {
            awaited(Deadline.in(SHORT), PendingReplies.Progress.NOTHING);
        } catch (ChannelException gone) {
            Log.debug("end of hold", gone);
        }
    }
}
