package org.keyhopper.api.printer;

/** What a printer failure means for the card, the recipient and the run. */
public enum FailureKind {
    /** Nothing was done. Retry later. */
    BUSY,
    /** The operator has to act at the printer; then the run continues. The recipient does not count as failed. */
    OPERATOR_NEEDED,
    /** The card is defective: reject it and continue with the next. */
    CARD_FAILED,
    /** The printer cannot be used: the run halts and the remaining recipients stay pending. */
    PRINTER_FAULT,
    /** A movement was sent and not confirmed. Query the position; never repeat the movement blindly. */
    OUTCOME_UNKNOWN
}
