package org.keyhopper.escrow;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/** Which certificates PINs can be sealed to. */
public final class EscrowCertificate {

    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_CURVE_BITS = 256;

    /** Places in KeyUsage (RFC 5280 section 4.2.1.3). */
    private static final int KEY_ENCIPHERMENT = 2;

    private static final int KEY_AGREEMENT = 4;

    private EscrowCertificate() {}

    /** Returns why nothing is to be sealed to a certificate at a time; empty if it may be. */
    public static Optional<Problem> faultOf(X509Certificate certificate, Instant now) {
        Date date = Date.from(now);
        if (date.before(certificate.getNotBefore()) || date.after(certificate.getNotAfter())) {
            return Optional.of(Problem.of(
                    EscrowProblem.CERTIFICATE_NOT_VALID,
                    certificate.getSubjectX500Principal().getName(),
                    day(certificate.getNotBefore()),
                    day(certificate.getNotAfter())));
        }
        return unsuitable(certificate).map(what -> Problem.of(EscrowProblem.CERTIFICATE_UNSUITABLE, what));
    }

    private static Optional<String> unsuitable(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() < LEAST_RSA_BITS
                    ? Optional.of("an RSA key shorter than 2048 bits")
                    : lacking(certificate, KEY_ENCIPHERMENT, "its key usage has no keyEncipherment");
        }
        if (key instanceof ECPublicKey curve) {
            return curve.getParams().getCurve().getField().getFieldSize() < LEAST_CURVE_BITS
                    ? Optional.of("a curve of less than 256 bits")
                    : lacking(certificate, KEY_AGREEMENT, "its key usage has no keyAgreement");
        }
        return Optional.of("neither an RSA nor an elliptic curve key");
    }

    private static Optional<String> lacking(X509Certificate certificate, int usage, String what) {
        boolean[] usages = certificate.getKeyUsage();
        return usages != null && !usages[usage] ? Optional.of(what) : Optional.empty();
    }

    private static String day(Date date) {
        return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
