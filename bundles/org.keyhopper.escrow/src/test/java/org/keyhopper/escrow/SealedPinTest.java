package org.keyhopper.escrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;

/** PINs sealed to two keys, opened by each of them and by openssl, and refused when anything was changed. */
class SealedPinTest {

    private static final Secret PIN = Secret.of("73920184");
    private static final Secret PASSWORD = Secret.of("correct horse battery");
    private static final String CONTEXT = "pin:R7K3M/4?user=jörg%40contoso.com";

    @TempDir
    static Path folder;

    private static EscrowKey first;
    private static EscrowKey second;
    private static KeyPair station;

    @BeforeAll
    static void keys() throws Exception {
        first = NewEscrowKey.create("Contoso \"PIN\" office", Instant.now(), folder.resolve("first.p12"), PASSWORD);
        Openssl openssl = new Openssl(folder);
        openssl.run(("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=second"
                        + " -keyout second.key -out second.pem")
                .split(" "));
        openssl.run(
                "pkcs12 -export -inkey second.key -in second.pem -out second.p12 -passout pass:changeit".split(" "));
        second = opened(EscrowKey.ofFile(folder.resolve("second.p12"), Secret.of("changeit")));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        station = generator.generateKeyPair();
    }

    private static <T> T opened(Answer<T> answer) {
        return answer.result().orElseThrow(() -> new AssertionError(answer.failure()));
    }

    private static List<X509Certificate> both() {
        return List.of(first.certificate(), second.certificate());
    }

    private static byte[] sealed() {
        return new PinSealer(both(), station).seal(PIN, CONTEXT);
    }

    private static void assertInvalid(String what, Optional<Problem> fault) {
        assertEquals(List.of(what), fault.orElseThrow().arguments());
    }

    @Test
    void eachKeyOpensWhatWasSealedToBoth() {
        byte[] sealed = sealed();
        assertEquals(Optional.empty(), SealedPinVerifier.faultOf(sealed, station.getPublic(), CONTEXT, both()));
        assertEquals(PIN, opened(first.open(sealed)));
        assertEquals(PIN, opened(second.open(sealed)));
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("73920184"));
    }

    @Test
    void keyReadFromItsFileOpens() {
        EscrowKey read = opened(EscrowKey.ofFile(folder.resolve("first.p12"), PASSWORD));
        assertEquals(PIN, opened(read.open(sealed())));
    }

    @Test
    void opensslVerifiesAndOpensWithEitherKey() throws Exception {
        Openssl openssl = new Openssl(folder);
        Files.write(folder.resolve("sealed.der"), sealed());
        openssl.run(
                "pkcs12", "-in", "first.p12", "-nodes", "-passin", "pass:correct horse battery", "-out", "first.pem");
        openssl.run("cms -verify -noverify -inform DER -in sealed.der -out envelope.der".split(" "));
        for (String key : List.of("first.pem", "second.key")) {
            String certificate = key.replace(".key", ".pem");
            assertEquals(
                    "73920184",
                    openssl.run(
                            "cms",
                            "-decrypt",
                            "-inform",
                            "DER",
                            "-in",
                            "envelope.der",
                            "-recip",
                            certificate,
                            "-inkey",
                            key));
        }
    }

    @Test
    void otherKeyOpensNothing() {
        byte[] sealed = new PinSealer(List.of(first.certificate()), station).seal(PIN, CONTEXT);
        Problem problem = second.open(sealed).failure().orElseThrow();
        assertTrue(problem.is(EscrowProblem.WRONG_KEY), problem::toString);
    }

    @Test
    void changedMessageIsRefusedWhereverItWasChanged() {
        byte[] sealed = sealed();
        for (int at = 0; at < sealed.length; at += 41) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            Optional<Problem> fault = SealedPinVerifier.faultOf(changed, station.getPublic(), CONTEXT, both());
            boolean opens = first.open(changed).result().filter(PIN::equals).isPresent();
            assertTrue(fault.isPresent() || opens, "accepted, and does not open, with a change at " + at);
        }
    }

    @Test
    void otherContextStationAndRecipientsAreRefused() throws Exception {
        byte[] sealed = sealed();
        KeyPair stranger = KeyPairGenerator.getInstance("EC").generateKeyPair();
        assertInvalid(
                "content identifier", SealedPinVerifier.faultOf(sealed, station.getPublic(), CONTEXT + "x", both()));
        assertInvalid("signature", SealedPinVerifier.faultOf(sealed, stranger.getPublic(), CONTEXT, both()));
        assertInvalid(
                "one recipient",
                SealedPinVerifier.faultOf(sealed, station.getPublic(), CONTEXT, List.of(first.certificate())));
        byte[] one = new PinSealer(List.of(first.certificate()), station).seal(PIN, CONTEXT);
        assertInvalid(
                "escrow certificate",
                SealedPinVerifier.faultOf(one, station.getPublic(), CONTEXT, List.of(second.certificate())));
        assertInvalid("form", SealedPinVerifier.faultOf(new byte[] {1, 2}, station.getPublic(), CONTEXT, both()));
    }

    @Test
    void wrongPasswordAndMissingFileSayTheName() {
        Problem wrong = EscrowKey.ofFile(folder.resolve("first.p12"), Secret.of("wrong"))
                .failure()
                .orElseThrow();
        assertTrue(wrong.is(EscrowProblem.KEY_UNREADABLE), wrong::toString);
        assertEquals(List.of("first.p12"), wrong.arguments());
        Problem missing =
                EscrowKey.ofFile(folder.resolve("none.p12"), PASSWORD).failure().orElseThrow();
        assertEquals(List.of("none.p12"), missing.arguments());
    }

    @Test
    void existingFileIsNotOverwrittenAndOnlyItsOwnerReadsIt() throws IOException {
        Path file = folder.resolve("first.p12");
        assertThrows(
                FileAlreadyExistsException.class, () -> NewEscrowKey.create("again", Instant.now(), file, PASSWORD));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void certificateMustBeValidAndFitForEncryption() throws Exception {
        Instant now = Instant.now();
        assertEquals(Optional.empty(), EscrowCertificate.faultOf(first.certificate(), now));
        assertEquals(Optional.empty(), EscrowCertificate.faultOf(second.certificate(), now));
        assertTrue(EscrowCertificate.faultOf(first.certificate(), now.plus(Duration.ofDays(2000)))
                .orElseThrow()
                .is(EscrowProblem.CERTIFICATE_NOT_VALID));
        new Openssl(folder)
                .run(
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=signer",
                        "-addext",
                        "keyUsage=critical,digitalSignature",
                        "-keyout",
                        "signer.key",
                        "-out",
                        "signer.pem");
        try (InputStream in = Files.newInputStream(folder.resolve("signer.pem"))) {
            X509Certificate signer =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            // It is valid from the second in which it was made.
            Instant made = signer.getNotBefore().toInstant();
            assertTrue(EscrowCertificate.faultOf(signer, made).orElseThrow().is(EscrowProblem.CERTIFICATE_UNSUITABLE));
        }
    }

    /** Who opens it need not know the station's key: what the PIN is for is authenticated with it. */
    @Test
    void pinThatWasMadeOutToAnotherDoesNotOpen() {
        byte[] sealed = sealed();
        byte[] other = new String(sealed, StandardCharsets.ISO_8859_1)
                .replace("R7K3M/4?", "R7K3M/5?")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(sealed.length, other.length);
        assertTrue(first.open(other).result().isEmpty());
        assertTrue(second.open(other).result().isEmpty());
    }

    @Test
    void sealedPinIsSmallEnoughForCentral() {
        assertTrue(Base64.getEncoder().encodeToString(sealed()).length() < 16 * 1024);
    }
}
