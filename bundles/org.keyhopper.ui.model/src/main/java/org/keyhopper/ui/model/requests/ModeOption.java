package org.keyhopper.ui.model.requests;

/** A way to provision a request; {@code obstacle} says why it is unavailable, empty when it is available. */
public record ModeOption(Mode mode, String label, String description, String obstacle) {

    /** Manual or through printers. */
    public enum Mode {
        MANUAL,
        AUTOMATIC
    }

    public boolean isPossible() {
        return obstacle.isEmpty();
    }
}
