package org.keyhopper.ui.model.passkeys;

/**
 * One passkey.
 *
 * @param id the directory's handle
 * @param name its name in the person's list
 * @param origin where it was made, and on what
 * @param ours whether it was made here
 */
public record PasskeyRow(String id, String name, String created, String origin, boolean ours) {}
