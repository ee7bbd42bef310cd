package org.keyhopper.ui.model.passkeys;

/**
 * The user whose passkeys are listed.
 *
 * @param directory the name of the configured directory
 * @param reference identifies the user at the directory
 */
public record PasskeyHolder(String directory, String reference, String name) {}
