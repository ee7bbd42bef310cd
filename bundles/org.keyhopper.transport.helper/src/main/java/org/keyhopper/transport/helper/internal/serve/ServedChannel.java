package org.keyhopper.transport.helper.internal.serve;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.transport.helper.internal.Log;
import org.keyhopper.transport.helper.internal.wire.MalformedMessage;
import org.keyhopper.transport.helper.internal.wire.Reply;
import org.keyhopper.transport.helper.internal.wire.Request;

/** A channel of the client with the local channel behind it. Called by the session; works on its own thread. */
final class ServedChannel {

    private final int number;
    private final DeviceLink link;
    private final Consumer<Reply> answers;
    private final ChannelThread calls;

    /** Both confined to the session's thread. */
    private CancelSignal cancel = new CancelSignal();

    private int exchange;

    /** Both confined to the channel's thread. */
    private final Deque<FidoChannel.Hold> holds = new ArrayDeque<>();

    private FidoChannel channel;

    ServedChannel(int number, DeviceLink link, Consumer<Reply> answers) {
        this.number = number;
        this.link = link;
        this.answers = answers;
        this.calls = new ChannelThread("device " + link.description().id().slot());
    }

    void serve(Request request) throws MalformedMessage {
        switch (request) {
            case Request.Open open -> call(() -> open(within(open.millis())));
            case Request.Exchange wanted -> begin(wanted);
            case Request.Cancel late -> cancel(late.call());
            case Request.Hold hold -> call(() -> hold(within(hold.millis())));
            case Request.Release release -> call(this::release);
            case Request.PowerCycle cycle -> call(() -> done(opened().powerCycle(within(cycle.millis()))));
            case Request.Wink wink -> call(() -> done(opened().wink()));
            case Request.Close close -> close();
        }
    }

    /** Cancels the current exchange and closes the device. */
    void close() {
        cancel.cancel();
        try {
            calls.submit(this::closeChannel);
        } catch (MalformedMessage full) {
            Log.debug("closing", full);
        }
        calls.end();
    }

    private void begin(Request.Exchange wanted) throws MalformedMessage {
        CancelSignal signal = new CancelSignal();
        if (wanted.cancelled()) {
            signal.cancel();
        }
        cancel = signal;
        exchange = wanted.call();
        call(() -> {
            ExchangeControl control = new ExchangeControl(
                    within(wanted.millis()), signal, state -> answers.accept(new Reply.Alive(number, state)));
            return new Reply.Answered(number, opened().exchange(wanted.message(), control));
        });
    }

    private void cancel(int call) {
        if (call == exchange) {
            cancel.cancel();
        }
    }

    private Reply open(Deadline deadline) throws ChannelException {
        channel = link.open(deadline);
        return done(true);
    }

    private Reply hold(Deadline deadline) throws ChannelException {
        holds.push(opened().beginExclusive(deadline));
        return done(true);
    }

    private Reply release() {
        if (!holds.isEmpty()) {
            holds.pop().close();
        }
        return done(true);
    }

    private void closeChannel() {
        while (!holds.isEmpty()) {
            holds.pop().close();
        }
        if (channel != null) {
            channel.close();
        }
    }

    private FidoChannel opened() throws ChannelException {
        if (channel == null) {
            throw new ChannelException(Problem.of(DeviceProblem.GONE).withDetail("not open"));
        }
        return channel;
    }

    private Reply done(boolean result) {
        return new Reply.Done(number, result);
    }

    private void call(Call call) throws MalformedMessage {
        calls.submit(() -> answers.accept(answer(call)));
    }

    private Reply answer(Call call) {
        try {
            return call.make();
        } catch (ChannelException failure) {
            return new Reply.Failed(number, failure.problem());
        } catch (RuntimeException fault) {
            Log.warn("Transport failed", fault);
            return new Reply.Failed(
                    number, Problem.of(DeviceProblem.READER_ERROR).withDetail(fault.toString()));
        }
    }

    private static Deadline within(long millis) {
        return Deadline.in(Duration.ofMillis(millis));
    }

    /** A call on the local channel. */
    private interface Call {
        Reply make() throws ChannelException;
    }
}
