package org.keyhopper.transport.hid.internal.ctaphid;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;

/**
 * One message and its answer. When the caller wants it to stop, the thread is interrupted, time is up or the device
 * has fallen silent, it is told once, and then heard to the end: its last answer would be taken for that of the next message otherwise.
 */
final class Transaction {

    /** How soon a wish to stop is noticed. */
    private static final Duration LOOK = Duration.ofMillis(50);

    /** How long a device that was told to stop may say nothing. */
    private static final Duration SILENCE_WHEN_STOPPED = Duration.ofSeconds(1);

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(3);
    private static final int TOUCH_NEEDED = 2;
    private static final int KEEPALIVE_CANCEL = 0x2D;

    private final CtapHidConnection wire;
    private final ExchangeControl control;
    private final Duration silenceAtWork;
    private final Deadline end;
    private KeepAlive told;
    private boolean stopping;
    private boolean late;
    private Deadline silence;

    Transaction(CtapHidConnection wire, ExchangeControl control, Duration silenceAtWork) {
        this.wire = wire;
        this.control = control;
        this.silenceAtWork = silenceAtWork;
        this.silence = Deadline.in(silenceAtWork);
        this.end = Deadline.in(control.deadline().remaining().plus(TIME_TO_STOP));
    }

    /** Returns the answer, which may be an error. TIMEOUT when there is none: then the device may be still at it. */
    HidMessage run(int command, byte[] data) throws ChannelException {
        wire.send(command, data);
        while (true) {
            stopIfWished();
            Optional<HidMessage> message = wire.receive(LOOK);
            if (message.isPresent() && !message.get().is(Command.KEEPALIVE)) {
                return message.get();
            }
            message.ifPresent(this::follow);
            giveUpIfHopeless();
        }
    }

    private void stopIfWished() throws ChannelException {
        boolean wished = control.cancel().isRaised() || Thread.currentThread().isInterrupted();
        if (!stopping && (wished || control.deadline().hasPassed() || silence.hasPassed())) {
            stopping = true;
            late = !wished;
            silence = Deadline.in(SILENCE_WHEN_STOPPED);
            wire.send(Command.CANCEL, new byte[0]);
        }
    }

    private void follow(HidMessage keepAlive) {
        silence = Deadline.in(stopping ? SILENCE_WHEN_STOPPED : silenceAtWork);
        KeepAlive state = keepAlive.firstByte() == TOUCH_NEEDED ? KeepAlive.TOUCH_NEEDED : KeepAlive.PROCESSING;
        if (state != told && !stopping) {
            told = state;
            control.keepAlive().accept(state);
        }
    }

    /** TIMEOUT when this answer only says that the message was stopped, and it was stopped because time was up. */
    void requireInTime(HidMessage answer) throws ChannelException {
        if (late && answer.is(Command.CBOR) && answer.firstByte() == KEEPALIVE_CANCEL) {
            throw timeout("told to stop when time was up");
        }
    }

    private void giveUpIfHopeless() throws ChannelException {
        if (stopping && (silence.hasPassed() || end.hasPassed())) {
            throw timeout("no answer to CTAPHID_CANCEL");
        }
    }

    private static ChannelException timeout(String detail) {
        return new ChannelException(Problem.of(DeviceProblem.TIMEOUT).withDetail(detail));
    }
}
