package org.keyhopper.ui.model.passkeys;

/**
 * One passkey.
 *
 * @param id assigned by the directory
 * @param name its name in the user's list
 * @param origin where and on which device it was created
 * @param ours whether it was created here
 */
public record PasskeyRow(String id, String name, String created, String origin, boolean ours) {}
