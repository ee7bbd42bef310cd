package org.keyhopper.central.server.internal.pickup;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.pickup.PickUpKey;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.escrow.EscrowCertificate;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.escrow.SealedPinVerifier;
import org.keyhopper.texts.ProblemTexts;

/** The pick-up key in a PKCS#12 file. */
public record FilePickUpKey(EscrowKey key) implements PickUpKey {

    /** Reads it; fails with a sentence for the administrator. */
    public static FilePickUpKey read(PickUpSettings settings) throws IOException, GeneralSecurityException {
        try (Secret password = settings.password().read()) {
            Answer<EscrowKey> read = EscrowKey.ofFile(settings.key(), password);
            Optional<Problem> problem = read.failure()
                    .or(() -> EscrowCertificate.faultOf(
                            read.result().orElseThrow().certificate(), Instant.now()));
            if (problem.isPresent()) {
                throw new GeneralSecurityException(
                        "pickup.key: " + ProblemTexts.in(Locale.ENGLISH).sentence(problem.get()));
            }
            return new FilePickUpKey(read.result().orElseThrow());
        }
    }

    @Override
    public byte[] certificate() {
        try {
            return key.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was read from its encoding", e);
        }
    }

    @Override
    public Optional<Problem> check(byte[] sealed, String stationKey, String context) {
        try {
            return SealedPinVerifier.faultOf(
                            sealed, ECKey.parse(stationKey).toECPublicKey(), context, List.of(key.certificate()))
                    .map(fault -> new Problem(CentralProblem.SEALED_PIN_INVALID, fault.arguments(), fault.detail()));
        } catch (ParseException | JOSEException e) {
            return Optional.of(
                    Problem.of(CentralProblem.SEALED_PIN_INVALID, "form").withDetail(e.getMessage()));
        }
    }

    @Override
    public Answer<Secret> open(byte[] sealed) {
        return key.open(sealed);
    }

    @Override
    public String toString() {
        return "FilePickUpKey";
    }
}
