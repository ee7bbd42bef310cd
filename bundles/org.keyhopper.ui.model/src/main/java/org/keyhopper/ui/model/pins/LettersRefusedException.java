package org.keyhopper.ui.model.pins;

/** Letters were not written; the message says why, in the operator's language. */
final class LettersRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    LettersRefusedException(String message) {
        super(message);
    }
}
