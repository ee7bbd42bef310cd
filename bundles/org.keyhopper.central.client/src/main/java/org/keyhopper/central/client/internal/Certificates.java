package org.keyhopper.central.client.internal;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The certificates to which Central wants PINs sealed.
 *
 * @param escrow empty if Central keeps no PINs
 * @param pickUp of the copy that people pick up; empty where they do not
 */
record Certificates(Optional<X509Certificate> escrow, Optional<X509Certificate> pickUp) {

    static final Certificates NONE = new Certificates(Optional.empty(), Optional.empty());

    private static final String PICK_UP = "pickUpCertificate";

    static Certificates read(JsonObject body) throws BadReplyException {
        Optional<X509Certificate> pickUp =
                body.has(PICK_UP) ? Optional.of(decoded(Members.text(body, PICK_UP))) : Optional.empty();
        return new Certificates(Optional.of(decoded(Members.text(body, "certificate"))), pickUp);
    }

    private static X509Certificate decoded(String text) throws BadReplyException {
        try {
            byte[] der = Base64.getDecoder().decode(text);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new BadReplyException(e.toString());
        }
    }

    Optional<String> escrowFingerprint() {
        return escrow.map(Certificates::fingerprint);
    }

    Optional<String> pickUpFingerprint() {
        return pickUp.map(Certificates::fingerprint);
    }

    /** Returns the SHA-256 fingerprint. */
    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (CertificateException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("it was read from its encoding, and every Java platform has SHA-256", e);
        }
    }
}
