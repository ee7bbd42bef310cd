package org.keyhopper.ui.model.directories;

/** One thing looked at by Test connection; {@code trouble} is empty when it is good. */
public record FindingRow(String subject, String trouble) {
    public boolean isGood() {
        return trouble.isEmpty();
    }
}
