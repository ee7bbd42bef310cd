package org.keyhopper.ui.model.devices;

import org.keyhopper.api.device.CredentialId;

/**
 * One passkey on the device that is looked at.
 *
 * @param person the name stored with it
 * @param site whom it signs in to
 * @param given to whom we gave it and when, or that it is none of ours
 * @param ours whether we made it
 */
public record CredentialRow(CredentialId id, String person, String site, String given, boolean ours) {}
