package org.keyhopper.transport.pcsc.internal;

import java.time.Duration;
import org.keyhopper.api.transport.Deadline;

/** Reads the ATR of a card that was just inserted, with a short timeout for readers that hang. */
final class AtrProbe {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final PcscSystem pcsc;

    AtrProbe(PcscSystem pcsc) {
        this.pcsc = pcsc;
    }

    /** Returns the ATR in hex; empty if the card is mute, used by another program or removed. */
    String atrIn(String reader) {
        CardThread thread = new CardThread("ATR " + reader);
        try {
            return thread.call(Deadline.in(TIMEOUT), () -> read(reader));
        } catch (PcscException failure) {
            Log.debug("ATR of the card in " + reader, failure);
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
