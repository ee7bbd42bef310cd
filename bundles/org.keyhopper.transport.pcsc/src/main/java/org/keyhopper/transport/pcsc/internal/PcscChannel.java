package org.keyhopper.transport.pcsc.internal;

import java.time.Duration;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.transport.pcsc.internal.CardHandle.Initialization;
import org.keyhopper.transport.pcsc.internal.apdu.ApduLink;
import org.keyhopper.transport.pcsc.internal.apdu.CardTraits;
import org.keyhopper.transport.pcsc.internal.apdu.NfcCtap;
import org.keyhopper.transport.pcsc.internal.apdu.TracingApduLink;
import org.keyhopper.transport.pcsc.internal.apdu.WithoutLeOverT0;

/**
 * CTAP2 with the card of one insertion. A hold is a PC/SC transaction; holds may be nested, and the outermost one
 * counts.
 *
 * <p>The FIDO application is selected when the channel is opened, after each power-up and after a reset by another
 * program, which is reported when a transaction begins. It is not selected at the beginning of every hold: if another
 * program has selected a different application without a reset, the first message is refused. Both are handled only
 * while nothing was executed.
 */
final class PcscChannel implements FidoChannel {

    private static final int MAX_CONSECUTIVE_RESETS = 3;
    private static final int STATUS_WORD = 2;
    private static final Duration TIME_AFTER_DEADLINE = Duration.ofSeconds(1);

    private final TimedCard card;
    private final Insertion insertion;
    private final NfcCtap ctap;
    private Deadline deadline = Deadline.in(Duration.ZERO);
    private int holds;
    private boolean selected;
    private Problem broken;
    private boolean closed;

    /** Takes ownership of the card: closes it with the channel. */
    PcscChannel(TimedCard card, Insertion insertion, CardTraits traits) throws PcscException {
        this.card = card;
        this.insertion = insertion;
        this.ctap = new NfcCtap(link(), traits);
    }

    private ApduLink link() throws PcscException {
        ApduLink link = this::transmit;
        if (Log.traces()) {
            link = link.through(raw -> new TracingApduLink(raw, line -> Log.trace(card.reader(), line)));
        }
        return card.overT0() ? link.through(WithoutLeOverT0::new) : link;
    }

    @Override
    public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
        Hold own = beginExclusive(control.deadline());
        try {
            deadline = control.deadline();
            return ctap.exchange(message, control);
        } finally {
            own.close();
        }
    }

    @Override
    public Hold beginExclusive(Deadline until) throws ChannelException {
        requireUsable();
        if (holds == 0) {
            begin(until);
        }
        holds++;
        return new NestedHold();
    }

    @Override
    public boolean powerCycle(Deadline until) throws ChannelException {
        requireUsable();
        if (!ReaderFacts.canUnpower(card.reader())) {
            return false;
        }
        insertion.powerCycleBegins(until);
        try {
            unpower(until);
            selected = false;
            begin(until);
            if (holds == 0) {
                end();
            }
            return true;
        } catch (PcscException failure) {
            throw broken(failure);
        } finally {
            insertion.powerCycleEnded();
        }
    }

    @Override
    public boolean wink() {
        return false;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (holds > 0) {
                end();
            }
            card.close();
        }
    }

    private void begin(Deadline until) throws ChannelException {
        try {
            beginDespiteResets(until);
            if (!selected) {
                select(until);
            }
        } catch (PcscException refusal) {
            throw broken(refusal);
        }
    }

    private void beginDespiteResets(Deadline until) throws PcscException {
        for (int resets = 0; ; resets++) {
            try {
                card.begin(until);
                return;
            } catch (PcscException refusal) {
                if (!refusal.is(ScardCode.RESET_CARD) || resets == MAX_CONSECUTIVE_RESETS) {
                    throw refusal;
                }
                selected = false;
                card.reconnect(Initialization.LEAVE, until);
            }
        }
    }

    private void select(Deadline until) throws ChannelException {
        deadline = until;
        try {
            ctap.select();
            selected = true;
        } finally {
            if (!selected) {
                end();
            }
        }
    }

    /** Does not throw: if ending fails, the transaction is over already, and the next call reports the reason. */
    private void end() {
        try {
            card.end();
        } catch (PcscException over) {
            Log.debug("end of transaction", over);
        }
    }

    private void unpower(Deadline until) throws ChannelException, PcscException {
        if (holds > 0) {
            end();
        }
        String atr = card.atr();
        try {
            card.reconnect(Initialization.UNPOWER, until);
        } catch (PcscException refusal) {
            if (!ScardCode.mayPass(refusal.code())) {
                throw refusal;
            }
            // A contactless card counts as removed and reinserted after its field was off.
            card.connectAgain(until);
        }
        if (!atr.equals(card.atr())) {
            throw new PcscException(ScardCode.REMOVED_CARD, "another card after the power cycle");
        }
    }

    private byte[] transmit(byte[] command) throws ChannelException {
        // After the deadline, only the device is cancelled and its last response read.
        Deadline limit = deadline.hasPassed() ? Deadline.in(TIME_AFTER_DEADLINE) : deadline;
        try {
            byte[] answer = card.transmit(command, limit);
            if (answer.length < STATUS_WORD) {
                throw new PcscException(ScardCode.COMM_DATA_LOST, "answer of " + answer.length + " bytes");
            }
            // Keeps the channel usable: after a failed extended APDU the message is repeated once with short ones.
            broken = null;
            return answer;
        } catch (PcscException failure) {
            throw broken(pulled(failure) ? new PcscException(ScardCode.REMOVED_CARD, failure.getMessage()) : failure);
        }
    }

    private boolean pulled(PcscException failure) {
        if (!ScardCode.mayMeanPulled(failure.code())) {
            return false;
        }
        try {
            return card.cardLeaves();
        } catch (PcscException unknown) {
            Log.debug("presence after a failure", unknown);
            return false;
        }
    }

    private ChannelException broken(PcscException failure) {
        broken = failure.problem();
        return failure.asChannelException();
    }

    private void requireUsable() throws ChannelException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (broken == null) {
            broken = insertion.end().orElse(null);
        }
        if (broken != null) {
            throw new ChannelException(broken);
        }
    }

    private final class NestedHold implements Hold {

        private boolean over;

        @Override
        public void close() {
            if (!over) {
                over = true;
                holds--;
                if (holds == 0 && !closed) {
                    end();
                }
            }
        }
    }
}
