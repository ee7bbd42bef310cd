package org.keyhopper.rehearsal.authenticator.card;

/** The card left the reader while it was being talked to. */
public final class CardPulledException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Names the moment. */
    public CardPulledException(String moment) {
        super(moment);
    }
}
