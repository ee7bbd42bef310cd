package org.keyhopper.transport.pcsc.internal.apdu;

/**
 * What was learned of one card in one reader, kept across connections: which APDUs are accepted, and whether the card
 * supports keep-alive polling. Thread-safe.
 */
public final class CardTraits {

    private volatile boolean extended;
    private volatile boolean extendedProven;
    private volatile boolean polling = true;
    private volatile boolean pollingProven;

    /**
     * Creates the traits of a card that was not used yet.
     *
     * @param extended whether reader and card both claim support for extended APDUs
     */
    public CardTraits(boolean extended) {
        this.extended = extended;
    }

    /** Returns whether messages are sent as extended APDUs. */
    public boolean extended() {
        return extended;
    }

    /** Returns whether messages announce support for keep-alive responses (P1 = 80). */
    public boolean polling() {
        return polling;
    }

    /**
     * Marks what was learned as coming from another card, possibly of another manufacturer: contactless cards often
     * share their ATR.
     */
    public void anotherCard() {
        extendedProven = false;
        pollingProven = false;
    }

    boolean extendedOnTrial() {
        return extended && !extendedProven;
    }

    boolean pollingOnTrial() {
        return polling && !pollingProven;
    }

    void accepted() {
        extendedProven |= extended;
        pollingProven |= polling;
    }

    void keepToShort() {
        extended = false;
    }

    void setPolling(boolean supported) {
        polling = supported;
    }
}
