package org.keyhopper.rehearsal.authenticator.model;

/** The attestation statement format of a simulated device (WebAuthn section 8). */
public enum AttestationKind {
    /** {@code packed}, signed with the new credential's own key. */
    SELF,
    /** {@code packed} with a certificate chain issued by the rehearsal attestation root. */
    CERTIFICATE,
    /** {@code none} with an empty statement. */
    NONE
}
