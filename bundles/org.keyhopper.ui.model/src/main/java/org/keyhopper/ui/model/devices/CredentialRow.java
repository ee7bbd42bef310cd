package org.keyhopper.ui.model.devices;

import org.keyhopper.api.device.CredentialId;

/**
 * One discoverable credential on the selected device.
 *
 * @param person the user name stored with it
 * @param site its relying party
 * @param given the recipient and the date, or that it was not created here
 * @param ours whether it was created here
 */
public record CredentialRow(CredentialId id, String person, String site, String given, boolean ours) {}
