package org.keyhopper.transport.pcsc.internal;

import java.time.Duration;
import org.keyhopper.api.transport.Deadline;

/** Asks a card that was just inserted for its ATR, and does not wait long for a reader that hangs. */
final class AtrProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PcscSystem pcsc;

    AtrProbe(PcscSystem pcsc) {
        this.pcsc = pcsc;
    }

    /** Returns the ATR in hex; empty when the card is mute, taken by another program or gone again. */
    String atrIn(String reader) {
        CardThread thread = new CardThread("ATR " + reader);
        try {
            return thread.call(Deadline.in(PATIENCE), () -> read(reader));
        } catch (PcscException unknown) {
            Log.debug("ATR of the card in " + reader, unknown);
            return "";
        } finally {
            thread.finish(() -> {}, Duration.ZERO);
        }
    }

    private String read(String reader) throws PcscException {
        CardHandle card = pcsc.connect(reader);
        try {
            return card.atr();
        } finally {
            card.close();
        }
    }
}
