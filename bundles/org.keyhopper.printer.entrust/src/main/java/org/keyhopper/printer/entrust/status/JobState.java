package org.keyhopper.printer.entrust.status;

import java.util.Arrays;
import java.util.Optional;

/** The state of a job. */
public enum JobState {
    ACTIVE("JobActive"),
    SUCCEEDED("JobSucceeded"),
    FAILED("JobFailed"),
    CANCELLED("JobCancelled"),
    CARD_READY("CardReadyToRetrieve"),
    CARD_NOT_RETRIEVED("CardNotRetrieved"),
    NOT_AVAILABLE("NotAvailable");

    private final String word;

    JobState(String word) {
        this.word = word;
    }

    /** Returns the driver's name of the state. */
    public String word() {
        return word;
    }

    /** Returns the state with the driver's name; empty if there is none. */
    public static Optional<JobState> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** Returns whether the card has left the printer. */
    public boolean isOver() {
        return this != ACTIVE && this != NOT_AVAILABLE;
    }
}
