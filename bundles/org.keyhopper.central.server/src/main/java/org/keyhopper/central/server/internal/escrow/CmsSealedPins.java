package org.keyhopper.central.server.internal.escrow;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.escrow.SealedPins;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.escrow.SealedPinVerifier;

/** Sealed PINs as {@link SealedPinVerifier} checks them, signed by the station's key and for the escrow certificate alone. */
public final class CmsSealedPins implements SealedPins {

    private final Optional<X509Certificate> certificate;
    private final Clock clock;

    public CmsSealedPins(Optional<X509Certificate> certificate, Clock clock) {
        this.certificate = certificate;
        this.clock = clock;
    }

    /** Reads the certificate from a PEM file. */
    public static X509Certificate read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @Override
    public Optional<byte[]> certificate() {
        return certificate.map(CmsSealedPins::encoded);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<Problem> check(byte[] sealed, String stationKey, String context) {
        if (certificate.isEmpty()) {
            return Optional.of(Problem.of(CentralProblem.NO_ESCROW));
        }
        X509Certificate escrow = certificate.get();
        Date now = Date.from(clock.instant());
        if (now.before(escrow.getNotBefore()) || now.after(escrow.getNotAfter())) {
            return Optional.of(Problem.of(CentralProblem.SEALED_PIN_INVALID, "certificate expired"));
        }
        try {
            return SealedPinVerifier.faultOf(sealed, ECKey.parse(stationKey).toECPublicKey(), context, List.of(escrow))
                    .map(fault -> new Problem(CentralProblem.SEALED_PIN_INVALID, fault.arguments(), fault.detail()));
        } catch (ParseException | JOSEException e) {
            return Optional.of(
                    Problem.of(CentralProblem.SEALED_PIN_INVALID, "form").withDetail(e.getMessage()));
        }
    }
}
