package org.keyhopper.rehearsal.authenticator.model;

/**
 * How credentials are made and kept.
 *
 * @param attestation kind of attestation statement
 * @param idLength length of credential ids in bytes
 * @param slots number of discoverable credentials that fit
 * @param listLimit longest allowList or excludeList (getInfo key 0x07)
 */
public record CredentialRules(AttestationKind attestation, int idLength, int slots, int listLimit) {
    CredentialRules withAttestation(AttestationKind other) {
        return new CredentialRules(other, idLength, slots, listLimit);
    }

    CredentialRules withIdLength(int other) {
        return new CredentialRules(attestation, other, slots, listLimit);
    }

    CredentialRules withSlots(int other) {
        return new CredentialRules(attestation, idLength, other, listLimit);
    }

    CredentialRules withListLimit(int other) {
        return new CredentialRules(attestation, idLength, slots, other);
    }
}
