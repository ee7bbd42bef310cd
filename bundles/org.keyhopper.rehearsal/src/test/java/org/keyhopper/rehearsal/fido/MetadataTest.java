package org.keyhopper.rehearsal.fido;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.MetadataReader;
import org.keyhopper.fido.ModelMetadata;
import org.keyhopper.rehearsal.authenticator.RehearsalMetadata;
import org.keyhopper.rehearsal.authenticator.SoftwareAuthenticator;
import org.keyhopper.rehearsal.authenticator.internal.attestation.AttestationIssuer;
import org.keyhopper.rehearsal.authenticator.model.Personality;

class MetadataTest {

    private static final UUID MODEL = Personality.REHEARSAL_AAGUID;
    private static final X509Certificate ROOT = SoftwareAuthenticator.attestationRoot();
    private static final LocalDate DUE = LocalDate.of(2030, 1, 31);

    private final MetadataReader reader = Authenticators.metadataReader();

    @Test
    void signedMetadataIsRead() {
        ModelMetadata metadata = read(one().selfSigned(new UUID(1, 2)));
        assertEquals(List.of(7, 2, DUE), List.of(metadata.edition(), metadata.models(), metadata.nextUpdate()));
    }

    @Test
    void certificateBelowTheRootProvesTheManufacturer() throws DeviceException {
        assertEquals(Optional.empty(), read(one()).checkMaker(made("x5c")));
    }

    @Test
    void attestationCertificateMayBeTheTrustAnchor() throws DeviceException {
        X509Certificate leaf = AttestationIssuer.leaf(MODEL).certificate();
        assertEquals(Optional.empty(), read(metadata().model(MODEL, leaf)).checkMaker(made("x5c")));
    }

    @Test
    void certificateOfAnotherManufacturerIsNoProof() throws DeviceException {
        X509Certificate other = AttestationIssuer.leaf(new UUID(5, 5)).certificate();
        Problem problem =
                read(metadata().model(MODEL, other)).checkMaker(made("x5c")).orElseThrow();
        assertEquals(MetadataProblem.MAKER_NOT_PROVEN, problem.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"self", "none"})
    void missingCertificateIsNoProof(String attestation) throws DeviceException {
        assertProblem(MetadataProblem.MAKER_NOT_PROVEN, read(one()).checkMaker(made(attestation)));
    }

    @Test
    void surrogateAttestationProvesNoMaker() throws DeviceException {
        assertProblem(
                MetadataProblem.MAKER_NOT_PROVEN,
                read(metadata().selfSigned(MODEL)).checkMaker(made("self")));
    }

    @Test
    void unknownModelIsReported() throws DeviceException {
        ModelMetadata metadata = read(metadata().selfSigned(new UUID(1, 2)));
        assertProblem(MetadataProblem.MODEL_UNKNOWN, metadata.checkModel(MODEL));
        assertProblem(MetadataProblem.MODEL_UNKNOWN, metadata.checkMaker(made("x5c")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REVOKED",
                "USER_VERIFICATION_BYPASS",
                "ATTESTATION_KEY_COMPROMISE",
                "USER_KEY_REMOTE_COMPROMISE",
                "USER_KEY_PHYSICAL_COMPROMISE"
            })
    void modelWithRevokingStatusIsRefused(String report) {
        Problem problem = read(metadata().model(MODEL, ROOT, "FIDO_CERTIFIED_L1", report))
                .checkModel(MODEL)
                .orElseThrow();
        assertEquals(MetadataProblem.MODEL_REPORTED, problem.code());
        assertEquals(report, problem.arguments().get(1));
    }

    private static JsonObject info(String version, String extension, String... options) {
        JsonObject all = new JsonObject();
        for (String option : options) {
            all.addProperty(option, true);
        }
        JsonArray versions = new JsonArray();
        versions.add(version);
        JsonArray extensions = new JsonArray();
        extensions.add(extension);
        JsonObject info = new JsonObject();
        info.add("versions", versions);
        info.add("extensions", extensions);
        info.add("options", all);
        return info;
    }

    private Optional<String> lacking(JsonObject info) {
        return read(one().describe(info))
                .checkCertified(MODEL)
                .map(problem -> problem.code() + " " + problem.arguments().getLast());
    }

    @Test
    void certifiedModelWithEverythingIsAccepted() {
        ModelMetadata metadata = read(one().describe(info("FIDO_2_1", "hmac-secret", "rk", "clientPin"))
                .changed(DUE));
        assertEquals(Optional.empty(), metadata.checkCertified(MODEL));
        assertEquals(Optional.of(DUE), metadata.statusChanged(MODEL));
        assertEquals(Optional.empty(), read(one()).checkCertified(MODEL));
        assertEquals(Optional.empty(), read(one()).statusChanged(MODEL));
    }

    @Test
    void modelMustBeCertifiedAndDescribedAsRequired() {
        assertProblem(
                MetadataProblem.NOT_CERTIFIED,
                read(metadata().model(MODEL, ROOT)).checkCertified(MODEL));
        assertProblem(MetadataProblem.MODEL_UNKNOWN, read(metadata()).checkCertified(MODEL));
        assertEquals(Optional.of("MODEL_LACKS FIDO 2.0"), lacking(info("U2F_V2", "hmac-secret", "rk", "uv")));
        assertEquals(Optional.of("MODEL_LACKS rk"), lacking(info("FIDO_2_0", "hmac-secret", "uv")));
        assertEquals(Optional.of("MODEL_LACKS clientPin"), lacking(info("FIDO_2_0", "hmac-secret", "rk")));
        assertEquals(Optional.of("MODEL_LACKS hmac-secret"), lacking(info("FIDO_2_0", "credProtect", "rk", "uv")));
    }

    @Test
    void unknownStatusesAreIgnored() {
        assertEquals(
                Optional.empty(),
                read(metadata().model(MODEL, ROOT, "FIPS140_CERTIFIED_L2", "RETIRED"))
                        .checkModel(MODEL));
    }

    @Test
    void changedPayloadIsDetected() {
        String[] parts = one().signed().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertFalse(payload.contains("\"no\":8"));
        parts[1] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("\"no\":7", "\"no\":8").getBytes(StandardCharsets.UTF_8));
        assertProblem(MetadataProblem.SIGNATURE_INVALID, trouble(String.join(".", parts), Optional.of(ROOT)));
    }

    @Test
    void signerBelowAnotherRootIsNotTrusted() {
        X509Certificate other = AttestationIssuer.leaf(MODEL).certificate();
        assertProblem(MetadataProblem.SIGNER_NOT_TRUSTED, trouble(one().signed(), Optional.of(other)));
        assertProblem(MetadataProblem.SIGNER_NOT_TRUSTED, trouble(one().signed(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b.c", "{}", "eyJhbGciOiJFUzI1NiJ9.e30.AAAA", "eyJhbGciOiJub25lIn0.e30."})
    void malformedMetadataIsRefused(String text) {
        Problem problem = trouble(text, Optional.of(ROOT)).orElseThrow();
        assertEquals("metadata.", problem.code().id().substring(0, 9));
    }

    @Test
    void truncatedFileIsRefused() {
        String whole = one().signed();
        for (int length = 0; length < whole.length(); length += 37) {
            assertFalse(trouble(whole.substring(0, length), Optional.of(ROOT)).isEmpty(), "cut at " + length);
        }
    }

    private static RehearsalMetadata metadata() {
        return new RehearsalMetadata(7, DUE);
    }

    private static RehearsalMetadata one() {
        return metadata().model(MODEL, ROOT, "FIDO_CERTIFIED_L1");
    }

    private static NewCredential made(String attestation) throws DeviceException {
        return AuthenticatorRig.of(attestation + "+pin=123456").make(AuthenticatorRig.options());
    }

    private ModelMetadata read(RehearsalMetadata metadata) {
        return reader.read(metadata.signed().getBytes(StandardCharsets.US_ASCII), Optional.of(ROOT))
                .result()
                .orElseThrow();
    }

    private Optional<Problem> trouble(String text, Optional<X509Certificate> root) {
        return reader.read(text.getBytes(StandardCharsets.US_ASCII), root).failure();
    }

    private static void assertProblem(MetadataProblem code, Optional<Problem> problem) {
        assertEquals(Optional.of(code), problem.map(Problem::code));
    }
}
