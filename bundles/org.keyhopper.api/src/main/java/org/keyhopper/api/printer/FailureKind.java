package org.keyhopper.api.printer;

/** What a failure of a printer means for the card, the person and the run. */
public enum FailureKind {
    /** Nothing was done. Wait and ask again. */
    BUSY,
    /** Somebody must do something at the printer; then it goes on. Nobody is counted as failed. */
    OPERATOR_NEEDED,
    /** This card is no good: reject it and go on with the next. */
    CARD_FAILED,
    /** The printer cannot work: the run halts and the rest stays pending. */
    PRINTER_FAULT,
    /** A movement was sent and not confirmed. Ask where the card is; never repeat the movement blindly. */
    OUTCOME_UNKNOWN
}
