package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.stack.Slot;

/** The card reader behind a station. */
public interface StationReader {

    /** The card is in the field or touched by the contacts from now on. */
    void insert(Card card) throws IOException;

    /** It no longer is. Harmless when it was not. */
    void withdraw() throws IOException;

    /** Returns a reader that is nobody's. */
    static StationReader none() {
        return new StationReader() {
            @Override
            public void insert(Card card) {
                // Nobody looks.
            }

            @Override
            public void withdraw() {
                // Nobody looks.
            }
        };
    }

    /** Returns the PC/SC reader of a vpcd slot. */
    static StationReader vpcd(InetSocketAddress address) {
        Slot slot = Slot.reader(address);
        return new StationReader() {
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
