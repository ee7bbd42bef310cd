package org.keyhopper.rehearsal.authenticator.model;

/**
 * Properties of the device's credentials.
 *
 * @param attestation attestation statement format
 * @param idLength length of credential ids in bytes
 * @param slots maximum number of discoverable credentials
 * @param listLimit maximum length of allowList or excludeList (getInfo key 0x07)
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
