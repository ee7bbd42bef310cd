package org.keyhopper.rehearsal.authenticator.internal.attestation;

import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

/**
 * The attestation key of one model.
 *
 * @param key signs attestations
 * @param certificate is sent in x5c
 */
public record AttestationLeaf(PrivateKey key, X509Certificate certificate) {
    /** Returns the certificate in DER. */
    public byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
