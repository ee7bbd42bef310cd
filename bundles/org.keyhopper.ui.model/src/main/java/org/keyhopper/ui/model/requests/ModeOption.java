package org.keyhopper.ui.model.requests;

/** A way to work through a request; {@code obstacle} says why it cannot be chosen, empty when it can. */
public record ModeOption(Mode mode, String label, String description, String obstacle) {

    /** The two ways. */
    public enum Mode {
        MANUAL,
        AUTOMATIC
    }

    public boolean isPossible() {
        return obstacle.isEmpty();
    }
}
