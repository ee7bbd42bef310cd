package org.keyhopper.ui.model;

/**
 * The header of a perspective.
 *
 * @param connection the directory and its state; empty when there is nothing to report
 */
public record Heading(String title, String subtitle, String connection, Tint connectionTint) {

    public static Heading of(String title, String subtitle) {
        return new Heading(title, subtitle, "", Tint.NEUTRAL);
    }
}
