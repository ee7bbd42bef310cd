package org.keyhopper.rehearsal.authenticator.model;

/**
 * Key material of a credential.
 *
 * @param privateKey P-256 private key, PKCS #8
 * @param publicKey P-256 public key, SubjectPublicKeyInfo
 * @param secrets 64 bytes for hmac-secret: with user verification, then without
 */
public record CredentialKey(byte[] privateKey, byte[] publicKey, byte[] secrets) {
    /** Omits the key. */
    @Override
    public String toString() {
        return "CredentialKey[]";
    }
}
