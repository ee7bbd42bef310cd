package org.keyhopper.api.device;

/**
 * One discoverable credential on a device, as credential management lists it.
 *
 * @param id its credential id
 * @param rpId the relying party it is for
 * @param userName the account name stored with it; may be empty
 * @param userDisplayName the person's name stored with it; may be empty
 */
public record StoredCredential(CredentialId id, String rpId, String userName, String userDisplayName) {}
