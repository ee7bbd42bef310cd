package org.keyhopper.printer.entrust.internal;

import java.io.IOException;
import java.util.Arrays;

/** The state of a job. */
enum JobState {
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
    String word() {
        return word;
    }

    static JobState parse(String xml) throws IOException {
        ReplyXml reply = ReplyXml.parse(xml);
        String word = reply.text("JobState").orElse("");
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IOException("unknown job state: " + xml));
    }

    /** Returns whether the card has left the printer. */
    boolean isOver() {
        return this != ACTIVE && this != NOT_AVAILABLE;
    }
}
