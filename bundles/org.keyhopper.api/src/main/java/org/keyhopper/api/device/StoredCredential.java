package org.keyhopper.api.device;

/**
 * A discoverable credential on a device, as returned by credential management.
 *
 * @param id the credential id
 * @param rpId the relying party
 * @param userName the stored account name; may be empty
 * @param userDisplayName the stored display name; may be empty
 */
public record StoredCredential(CredentialId id, String rpId, String userName, String userDisplayName) {}
