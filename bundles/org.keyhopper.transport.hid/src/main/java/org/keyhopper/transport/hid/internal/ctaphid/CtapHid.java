package org.keyhopper.transport.hid.internal.ctaphid;

import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;

/**
 * CTAP2 over CTAPHID (CTAP 2.2 section 11.2) on a channel of our own. Knows nothing of USB. One thread.
 *
 * <p>A message is sent again only when the device said that it did not take it: the channel was busy with the message of
 * another program, or had been forgotten. A channel on which a message was given up begins the next one with
 * CTAPHID_INIT, which ends the old one. CTAPHID_LOCK is not used: a message is never mixed with those of others anyway,
 * and a device may not know the command.
 */
public final class CtapHid {

    private static final byte KEEPALIVE_CANCEL = 0x2D;

    private final CtapHidConnection wire;
    private final ChannelInit introduction;
    private final CtapHidTimeouts patience;
    private InitResponse grant;
    private boolean unfinished;

    private CtapHid(HidReports reports, CtapHidTimeouts patience) {
        this.wire = new CtapHidConnection(reports);
        this.introduction = new ChannelInit(wire, patience.retry());
        this.patience = patience;
    }

    /** Gets a channel on a device that was just opened. TIMEOUT when it does not answer. */
    public static CtapHid open(HidReports reports, Deadline deadline) throws ChannelException {
        return open(reports, deadline, CtapHidTimeouts.USUAL);
    }

    static CtapHid open(HidReports reports, Deadline deadline, CtapHidTimeouts patience) throws ChannelException {
        CtapHid opened = new CtapHid(reports, patience);
        opened.wire.drain();
        opened.grant = opened.introduction.introduce(deadline);
        return opened;
    }

    /** Sends one CTAP2 message and returns the answer. U2F_ONLY, without sending, where the device knows no CTAP2. */
    public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
        if (message.length == 0 || message.length > wire.longestMessage()) {
            throw new IllegalArgumentException("message of " + message.length + " bytes");
        }
        if (!grant.speaksCbor()) {
            throw new ChannelException(Problem.of(DeviceProblem.U2F_ONLY).withDetail("no CBOR in CTAPHID_INIT"));
        }
        HidMessage answer = untilTaken(Command.CBOR, message, control);
        if (!answer.is(Command.CBOR) || answer.data().length == 0) {
            throw new ChannelException(Problem.of(DeviceProblem.PROTOCOL_ERROR)
                    .withDetail("answer %02X of %d bytes".formatted(answer.command(), answer.data().length)));
        }
        return answer.data();
    }

    /** Makes the device blink; false where it cannot. */
    public boolean wink(Deadline deadline) throws ChannelException {
        return grant.canWink()
                && untilTaken(Command.WINK, new byte[0], ExchangeControl.within(deadline))
                        .is(Command.WINK);
    }

    private HidMessage untilTaken(int command, byte[] data, ExchangeControl control) throws ChannelException {
        while (!control.cancel().isRaised()) {
            HidMessage answer = once(command, data, control);
            if (!answer.is(Command.ERROR)) {
                return answer;
            }
            prepareForAnother(answer.firstByte(), control.deadline());
        }
        return new HidMessage(Command.CBOR, new byte[] {KEEPALIVE_CANCEL});
    }

    private HidMessage once(int command, byte[] data, ExchangeControl control) throws ChannelException {
        wire.drain();
        if (unfinished) {
            introduction.startOver(control.deadline());
        }
        unfinished = true;
        Transaction transaction = new Transaction(wire, control, patience.silence());
        HidMessage answer = transaction.run(command, data);
        unfinished = false;
        transaction.requireInTime(answer);
        return answer;
    }

    private void prepareForAnother(int error, Deadline deadline) throws ChannelException {
        boolean passes = ErrorCode.isBusy(error) || ErrorCode.isUnknownChannel(error);
        if (!passes || deadline.hasPassed()) {
            throw ErrorCode.exception(error);
        }
        Pause.rest(patience.retry());
        if (ErrorCode.isUnknownChannel(error)) {
            grant = introduction.introduce(deadline);
        }
    }
}
