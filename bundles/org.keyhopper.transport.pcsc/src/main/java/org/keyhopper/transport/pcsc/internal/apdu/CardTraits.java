package org.keyhopper.transport.pcsc.internal.apdu;

/**
 * What was learned of one card in one reader, kept from one opening to the next: which APDUs pass, and whether the card
 * takes keep-alive polling. Any thread.
 */
public final class CardTraits {

    private volatile boolean extended;
    private volatile boolean extendedProven;
    private volatile boolean polling = true;
    private volatile boolean pollingProven;

    /**
     * Starts to learn.
     *
     * @param extended whether reader and card both claim to take extended APDUs
     */
    public CardTraits(boolean extended) {
        this.extended = extended;
    }

    /** Whether messages go out as extended APDUs. */
    public boolean extended() {
        return extended;
    }

    /** Whether messages say that keep-alive answers are welcome (P1 = 80). */
    public boolean polling() {
        return polling;
    }

    /** What is known comes from another card, perhaps of another maker: contactless cards often share their ATR. */
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

    void setPolling(boolean welcome) {
        polling = welcome;
    }
}
