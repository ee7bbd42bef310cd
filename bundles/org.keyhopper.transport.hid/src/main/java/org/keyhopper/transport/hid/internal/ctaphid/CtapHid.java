package org.keyhopper.transport.hid.internal.ctaphid;

import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;

/**
 * CTAP2 over CTAPHID (CTAP 2.2 section 11.2) on a channel of our own. Independent of USB. Not thread-safe.
 *
 * <p>A message is sent again only if the device reported that it did not process it: the channel was busy with another
 * program's message, or was not allocated any more. After an aborted message, the next one begins with CTAPHID_INIT,
 * which resynchronises the channel. CTAPHID_LOCK is not used: transactions are never interleaved anyway, and the
 * command is optional.
 */
public final class CtapHid {

    private static final byte KEEPALIVE_CANCEL = 0x2D;

    private final CtapHidConnection connection;
    private final ChannelInit channelInit;
    private final CtapHidTimeouts timeouts;
    private InitResponse init;
    private boolean unfinished;

    private CtapHid(HidReports reports, CtapHidTimeouts timeouts) {
        this.connection = new CtapHidConnection(reports);
        this.channelInit = new ChannelInit(connection, timeouts.retry());
        this.timeouts = timeouts;
    }

    /** Allocates a channel on a device that was just opened. Fails with TIMEOUT if it does not respond. */
    public static CtapHid open(HidReports reports, Deadline deadline) throws ChannelException {
        return open(reports, deadline, CtapHidTimeouts.USUAL);
    }

    static CtapHid open(HidReports reports, Deadline deadline, CtapHidTimeouts timeouts) throws ChannelException {
        CtapHid opened = new CtapHid(reports, timeouts);
        opened.connection.drain();
        opened.init = opened.channelInit.allocate(deadline);
        return opened;
    }

    /**
     * Sends one CTAP2 message and returns the response. Fails with U2F_ONLY, without sending, if the device does not
     * support CTAP2.
     */
    public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
        if (message.length == 0 || message.length > connection.longestMessage()) {
            throw new IllegalArgumentException("message of " + message.length + " bytes");
        }
        if (!init.supportsCbor()) {
            throw new ChannelException(Problem.of(DeviceProblem.U2F_ONLY).withDetail("no CBOR in CTAPHID_INIT"));
        }
        HidMessage answer = sendUntilAccepted(Command.CBOR, message, control);
        if (!answer.is(Command.CBOR) || answer.data().length == 0) {
            throw new ChannelException(Problem.of(DeviceProblem.PROTOCOL_ERROR)
                    .withDetail("answer %02X of %d bytes".formatted(answer.command(), answer.data().length)));
        }
        return answer.data();
    }

    /** Makes the device blink; returns false if not supported. */
    public boolean wink(Deadline deadline) throws ChannelException {
        return init.canWink()
                && sendUntilAccepted(Command.WINK, new byte[0], ExchangeControl.within(deadline))
                        .is(Command.WINK);
    }

    private HidMessage sendUntilAccepted(int command, byte[] data, ExchangeControl control) throws ChannelException {
        while (!control.cancel().isCancelled()) {
            HidMessage answer = sendOnce(command, data, control);
            if (!answer.is(Command.ERROR)) {
                return answer;
            }
            prepareRetry(answer.firstByte(), control.deadline());
        }
        return new HidMessage(Command.CBOR, new byte[] {KEEPALIVE_CANCEL});
    }

    private HidMessage sendOnce(int command, byte[] data, ExchangeControl control) throws ChannelException {
        connection.drain();
        if (unfinished) {
            channelInit.resynchronise(control.deadline());
        }
        unfinished = true;
        Transaction transaction = new Transaction(connection, control, timeouts.silence());
        HidMessage answer = transaction.run(command, data);
        unfinished = false;
        transaction.requireInTime(answer);
        return answer;
    }

    private void prepareRetry(int error, Deadline deadline) throws ChannelException {
        boolean passes = ErrorCode.isBusy(error) || ErrorCode.isUnknownChannel(error);
        if (!passes || deadline.hasPassed()) {
            throw ErrorCode.exception(error);
        }
        Pause.sleep(timeouts.retry());
        if (ErrorCode.isUnknownChannel(error)) {
            init = channelInit.allocate(deadline);
        }
    }
}
