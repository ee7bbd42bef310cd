package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.stack.Slot;

/** The card reader behind an encoder. */
public interface EncoderReader {

    /** Connects the card to the reader. */
    void insert(Card card) throws IOException;

    /** Disconnects the card. Idempotent. */
    void withdraw() throws IOException;

    /** Returns a reader without effect. */
    static EncoderReader none() {
        return new EncoderReader() {
            @Override
            public void insert(Card card) {
                // No reader is present.
            }

            @Override
            public void withdraw() {
                // No reader is present.
            }
        };
    }

    /** Returns the PC/SC reader of a vpcd slot. */
    static EncoderReader vpcd(InetSocketAddress address) {
        Slot slot = Slot.reader(address);
        return new EncoderReader() {
            @Override
            public void insert(Card card) throws IOException {
                slot.insert(card);
            }

            @Override
            public void withdraw() throws IOException {
                slot.remove();
            }
        };
    }
}
