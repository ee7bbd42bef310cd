package org.keyhopper.ui.model;

/**
 * The line at the top of a place.
 *
 * @param connection the directory and how it stands; empty when there is nothing to say
 */
public record Heading(String title, String subtitle, String connection, Tint connectionTint) {

    public static Heading of(String title, String subtitle) {
        return new Heading(title, subtitle, "", Tint.NEUTRAL);
    }
}
