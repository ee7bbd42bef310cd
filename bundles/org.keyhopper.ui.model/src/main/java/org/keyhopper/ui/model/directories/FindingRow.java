package org.keyhopper.ui.model.directories;

/** One result of a connection test; {@code problem} is empty on success. */
public record FindingRow(String subject, String problem) {
    public boolean isGood() {
        return problem.isEmpty();
    }
}
