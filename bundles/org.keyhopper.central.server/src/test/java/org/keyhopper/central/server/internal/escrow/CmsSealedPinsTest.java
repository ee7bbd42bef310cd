package org.keyhopper.central.server.internal.escrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.problem.CentralProblem;

/** Sealed PINs, honest and not, and what opens them. */
class CmsSealedPinsTest {

    private static final String CONTEXT = "claim:17";

    @TempDir
    static Path folder;

    private static X509Certificate escrow;
    private static X509Certificate other;

    private ECKey key;
    private StationSeal station;

    @BeforeAll
    static void certificates() throws Exception {
        escrow = certificate("escrow");
        other = certificate("other");
    }

    private static X509Certificate certificate(String name) throws Exception {
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:3072",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + name,
                "-keyout",
                folder.resolve(name + ".key").toString(),
                "-out",
                folder.resolve(name + ".pem").toString());
        return CmsSealedPins.read(folder.resolve(name + ".pem"));
    }

    private static String openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("openssl.log").toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertEquals(0, process.waitFor(), () -> command + output);
        return output;
    }

    @BeforeEach
    void key() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).generate();
        station = new StationSeal(key);
    }

    private Optional<Problem> check(byte[] sealed) {
        return check(sealed, Clock.systemUTC());
    }

    private Optional<Problem> check(byte[] sealed, Clock clock) {
        return new CmsSealedPins(Optional.of(escrow), clock)
                .check(sealed, key.toPublicJWK().toJSONString(), CONTEXT);
    }

    private void assertInvalid(String what, byte[] sealed) {
        Problem problem = check(sealed).orElseThrow(() -> new AssertionError("accepted: " + what));
        assertTrue(problem.is(CentralProblem.SEALED_PIN_INVALID));
        assertEquals(what, problem.arguments().getFirst(), problem::detail);
    }

    @Test
    void sealedPinIsAccepted() throws Exception {
        assertEquals(Optional.empty(), check(station.sign(StationSeal.envelope("12345678", escrow), CONTEXT)));
    }

    @Test
    void opensslOpensItWithTheEscrowKey() throws Exception {
        byte[] sealed = station.sign(StationSeal.envelope("12345678", escrow), CONTEXT);
        Path envelope = folder.resolve("envelope.der");
        Files.write(
                envelope, (byte[]) new CMSSignedData(sealed).getSignedContent().getContent());
        assertEquals(
                "12345678",
                openssl(
                        "cms",
                        "-decrypt",
                        "-inform",
                        "DER",
                        "-in",
                        envelope.toString(),
                        "-recip",
                        folder.resolve("escrow.pem").toString(),
                        "-inkey",
                        folder.resolve("escrow.key").toString()));
    }

    @Test
    void pinIsNotReadableInIt() throws Exception {
        byte[] sealed = station.sign(StationSeal.envelope("12345678", escrow), CONTEXT);
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("12345678"));
    }

    @Test
    void whatIsNotSealedRightIsRefused() throws Exception {
        byte[] good = StationSeal.envelope("12345678", escrow);
        assertInvalid("escrow certificate", station.sign(StationSeal.envelope("1234", other), CONTEXT));
        assertInvalid("content identifier", station.sign(good, "claim:18"));
        assertInvalid("signature", new StationSeal(new ECKeyGenerator(Curve.P_256).generate()).sign(good, CONTEXT));
        assertInvalid(
                "AES-256-GCM",
                station.sign(StationSeal.envelope("1234", escrow, CMSAlgorithm.AES128_GCM, true), CONTEXT));
        assertInvalid(
                "RSA-OAEP or key agreement",
                station.sign(StationSeal.envelope("1234", escrow, CMSAlgorithm.AES256_GCM, false), CONTEXT));
        assertInvalid("form", station.sign("12345678".getBytes(StandardCharsets.US_ASCII), CONTEXT));
        assertInvalid("form", good);
        assertInvalid("form", new byte[] {1, 2, 3});
        assertInvalid("size", new byte[20_000]);
    }

    @Test
    void expiredCertificateIsRefused() throws Exception {
        byte[] sealed = station.sign(StationSeal.envelope("1234", escrow), CONTEXT);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(3));
        assertEquals(
                "certificate expired",
                check(sealed, later).orElseThrow().arguments().getFirst());
    }

    @Test
    void withoutCertificateThereIsNoEscrow() {
        Problem problem = new CmsSealedPins(Optional.empty(), Clock.systemUTC())
                .check(new byte[1], "", CONTEXT)
                .orElseThrow();
        assertTrue(problem.is(CentralProblem.NO_ESCROW));
    }
}
