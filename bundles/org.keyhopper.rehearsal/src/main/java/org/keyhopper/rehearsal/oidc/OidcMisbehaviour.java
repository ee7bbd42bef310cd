package org.keyhopper.rehearsal.oidc;

/** What is wrong with the ID tokens of the sandbox provider. */
public enum OidcMisbehaviour {
    NONE,
    WRONG_NONCE,
    WRONG_ISSUER,
    EXPIRED,
    OTHER_AUDIENCE,
    /** Not signed, {@code alg} is {@code none}. */
    ALG_NONE,
    /** Signed with a key that is not among those that are published. */
    UNKNOWN_KEY
}
