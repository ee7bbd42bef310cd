package org.keyhopper.rehearsal.authenticator.card;

/** The contacts of a card, as seen by a reader. Not thread-safe. */
public interface CardContacts {
    /** Returns the answer to reset. */
    byte[] atr();

    /** Powers up, or resets while powered. */
    void powerUp();

    /** Powers down. */
    void powerDown();

    /**
     * Processes one APDU.
     *
     * @throws CardPulledException if the card is removed during the command
     */
    byte[] transmit(byte[] apdu) throws CardPulledException;
}
