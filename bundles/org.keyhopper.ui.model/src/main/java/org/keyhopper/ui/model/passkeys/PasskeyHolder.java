package org.keyhopper.ui.model.passkeys;

/**
 * Whose passkeys are meant.
 *
 * @param directory the name of the configured directory
 * @param reference how the directory finds the person
 */
public record PasskeyHolder(String directory, String reference, String name) {}
