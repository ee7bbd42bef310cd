package org.keyhopper.rehearsal.authenticator.card;

/** Thrown if the card is removed from the reader during a command. */
public final class CardPulledException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates an exception with the moment of the removal. */
    public CardPulledException(String moment) {
        super(moment);
    }
}
