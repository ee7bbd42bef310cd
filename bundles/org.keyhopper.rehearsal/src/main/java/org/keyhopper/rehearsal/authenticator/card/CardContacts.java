package org.keyhopper.rehearsal.authenticator.card;

/** The contacts of a card, as a reader sees them. Not thread safe. */
public interface CardEnd {
    /** Answer to reset. */
    byte[] atr();

    /** Power on, or a reset while powered. */
    void powerUp();

    /** Power off. */
    void powerDown();

    /**
     * Answers one APDU.
     *
     * @throws CardPulledException if the card leaves the reader in the middle
     */
    byte[] transmit(byte[] apdu) throws CardPulledException;
}
