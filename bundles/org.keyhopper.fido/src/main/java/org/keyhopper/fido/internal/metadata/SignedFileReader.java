package org.keyhopper.fido.internal.metadata;

import com.webauthn4j.data.jws.JWS;
import com.webauthn4j.data.jws.JWSFactory;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.util.Optional;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.fido.MetadataReader;
import org.keyhopper.fido.ModelMetadata;
import org.keyhopper.fido.internal.verification.WebAuthnObjects;
import org.osgi.service.component.annotations.Component;
import tools.jackson.databind.JsonNode;

/**
 * Verifies the signature of a metadata file with the WebAuthn library, and parses its payload leniently, so that new
 * members are ignored.
 */
@Component(service = MetadataReader.class)
public final class SignedFileReader implements MetadataReader {

    @Override
    public Answer<ModelMetadata> read(byte[] file, Optional<X509Certificate> root) {
        JWS<JsonNode> signed;
        try {
            signed = new JWSFactory(WebAuthnObjects.CONVERTER)
                    .parse(new String(file, StandardCharsets.US_ASCII).strip(), JsonNode.class);
        } catch (RuntimeException e) {
            // The library reports malformed input by unchecked exceptions of many kinds.
            return failed(MetadataProblem.UNREADABLE, e);
        }
        return signed.getHeader().getX5c() == null ? withoutCertificate() : checked(signed, root);
    }

    private static Answer<ModelMetadata> withoutCertificate() {
        return Answer.failed(Problem.of(MetadataProblem.SIGNER_NOT_TRUSTED)
                .withDetail("the file names no certificate of its signer"));
    }

    private static Answer<ModelMetadata> checked(JWS<JsonNode> signed, Optional<X509Certificate> root) {
        try {
            Signer signer = root.isPresent() ? Signer.endingAt(root.get()) : Signer.ofFidoAlliance();
            signer.require(signed.getHeader().getX5c());
        } catch (CertificateException e) {
            return failed(MetadataProblem.SIGNER_NOT_TRUSTED, e);
        }
        if (!isSignatureValid(signed)) {
            return Answer.failed(Problem.of(MetadataProblem.SIGNATURE_INVALID));
        }
        try {
            return Answer.done(Edition.read(signed.getPayload()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return failed(MetadataProblem.UNREADABLE, e);
        }
    }

    private static boolean isSignatureValid(JWS<JsonNode> signed) {
        try {
            return signed.isValidSignature();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Answer<ModelMetadata> failed(MetadataProblem code, Exception e) {
        return Answer.failed(Problem.of(code).withDetail(e.getMessage()));
    }
}
