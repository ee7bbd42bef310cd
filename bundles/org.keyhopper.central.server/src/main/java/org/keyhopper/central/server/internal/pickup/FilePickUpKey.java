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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pick-up key in a PKCS#12 file. */
public record FilePickUpKey(EscrowKey key) implements PickUpKey {

    private static final Logger LOGGER = LoggerFactory.getLogger(FilePickUpKey.class);

    /** Reads it; fails with a sentence for the administrator. To a certificate that is not valid stations seal no copies. */
    public static FilePickUpKey read(PickUpSettings settings) throws IOException, GeneralSecurityException {
        try (Secret password = settings.password().read()) {
            Answer<EscrowKey> read = EscrowKey.ofFile(settings.key(), password);
            if (read.failure().isPresent()) {
                throw new GeneralSecurityException(
                        "pickup.key: " + sentence(read.failure().get()));
            }
            FilePickUpKey key = new FilePickUpKey(read.result().orElseThrow());
            key.fault(Instant.now()).ifPresent(fault -> LOGGER.error("pickup.key: {}", fault));
            return key;
        }
    }

    /** Returns why stations will not seal copies to its certificate at a time, as a sentence for the administrator. */
    public Optional<String> fault(Instant at) {
        return EscrowCertificate.faultOf(key.certificate(), at).map(FilePickUpKey::sentence);
    }

    private static String sentence(Problem problem) {
        return ProblemTexts.in(Locale.ENGLISH).sentence(problem);
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
