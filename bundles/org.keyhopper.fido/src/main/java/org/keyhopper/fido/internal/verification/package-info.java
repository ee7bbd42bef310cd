/**
 * Verification of registrations and assertions with the webauthn4j library. Exposed as {@link
 * org.keyhopper.fido.CredentialVerifier}; also supplies its converter to the metadata package.
 */
package org.keyhopper.fido.internal.verification;
