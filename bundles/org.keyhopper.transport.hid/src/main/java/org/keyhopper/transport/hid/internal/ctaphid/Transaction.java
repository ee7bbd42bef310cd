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
 * One request and its response. If the caller cancels, the thread is interrupted, the deadline passes or the device
 * stops responding, CTAPHID_CANCEL is sent once, and the response is still read: it would otherwise be taken for that
 * of the next request.
 */
final class Transaction {

    /** The polling interval for cancellation. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    /** How long a cancelled device may send nothing. */
    private static final Duration SILENCE_AFTER_CANCEL = Duration.ofSeconds(1);

    private static final Duration TIME_TO_CANCEL = Duration.ofSeconds(3);
    private static final int TOUCH_NEEDED = 2;
    private static final int KEEPALIVE_CANCEL = 0x2D;

    private final CtapHidConnection connection;
    private final ExchangeControl control;
    private final Duration silenceWhileWorking;
    private final Deadline end;
    private KeepAlive reportedState;
    private boolean cancelling;
    private boolean late;
    private Deadline silence;

    Transaction(CtapHidConnection connection, ExchangeControl control, Duration silenceWhileWorking) {
        this.connection = connection;
        this.control = control;
        this.silenceWhileWorking = silenceWhileWorking;
        this.silence = Deadline.in(silenceWhileWorking);
        this.end = Deadline.in(control.deadline().remaining().plus(TIME_TO_CANCEL));
    }

    /**
     * Returns the response, which may be an error. Fails with TIMEOUT if there is none; the device may then still be
     * executing the command.
     */
    HidMessage run(int command, byte[] data) throws ChannelException {
        connection.send(command, data);
        while (true) {
            cancelIfRequested();
            Optional<HidMessage> message = connection.receive(POLL_INTERVAL);
            if (message.isPresent() && !message.get().is(Command.KEEPALIVE)) {
                return message.get();
            }
            message.ifPresent(this::onKeepAlive);
            failIfSilent();
        }
    }

    private void cancelIfRequested() throws ChannelException {
        boolean requested =
                control.cancel().isCancelled() || Thread.currentThread().isInterrupted();
        if (!cancelling && (requested || control.deadline().hasPassed() || silence.hasPassed())) {
            cancelling = true;
            late = !requested;
            silence = Deadline.in(SILENCE_AFTER_CANCEL);
            connection.send(Command.CANCEL, new byte[0]);
        }
    }

    private void onKeepAlive(HidMessage keepAlive) {
        silence = Deadline.in(cancelling ? SILENCE_AFTER_CANCEL : silenceWhileWorking);
        KeepAlive state = keepAlive.firstByte() == TOUCH_NEEDED ? KeepAlive.TOUCH_NEEDED : KeepAlive.PROCESSING;
        if (state != reportedState && !cancelling) {
            reportedState = state;
            control.keepAlive().accept(state);
        }
    }

    /** Fails with TIMEOUT if the response only confirms a cancellation that was caused by the deadline. */
    void requireInTime(HidMessage answer) throws ChannelException {
        if (late && answer.is(Command.CBOR) && answer.firstByte() == KEEPALIVE_CANCEL) {
            throw timeout("cancelled at the deadline");
        }
    }

    private void failIfSilent() throws ChannelException {
        if (cancelling && (silence.hasPassed() || end.hasPassed())) {
            throw timeout("no answer to CTAPHID_CANCEL");
        }
    }

    private static ChannelException timeout(String detail) {
        return new ChannelException(Problem.of(DeviceProblem.TIMEOUT).withDetail(detail));
    }
}
