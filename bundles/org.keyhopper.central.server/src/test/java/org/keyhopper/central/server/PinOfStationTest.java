package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.client.internal.HttpCentralConnector;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.server.internal.config.RecordSettings;
import org.keyhopper.core.central.BegunEnrolment;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;

/** PINs that the client of the product seals: Central accepts them, and openssl opens them with the escrow key. */
class PinOfStationTest extends ServerFixture {

    /** With a key on an elliptic curve. */
    static class OnACurveTest extends PinOfStationTest {
        @Override
        List<String> newKey() {
            return List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        }
    }

    List<String> newKey() {
        return List.of("rsa:3072");
    }

    @Override
    RecordSettings records() throws Exception {
        return EscrowCertificate.in(folder, newKey());
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private String openssl(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(file("openssl.log").toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertEquals(0, process.waitFor(), () -> command.toString());
        return output;
    }

    private String opened(SealedPin pin) throws Exception {
        byte[] envelope =
                (byte[]) new CMSSignedData(pin.sealed()).getSignedContent().getContent();
        Files.write(file("envelope"), envelope);
        return openssl(List.of(
                "cms",
                "-decrypt",
                "-inform",
                "DER",
                "-in",
                file("envelope").toString(),
                "-recip",
                file("escrow.pem").toString(),
                "-inkey",
                file("escrow.key").toString()));
    }

    private SealedPin kept(long claim) {
        return database.store().write(in -> in.escrow().find(claim)).orElseThrow();
    }

    /** As if the certificate that was confirmed had been another one. */
    private static Membership with(Membership member, Optional<String> escrow) {
        return new Membership(
                member.address(),
                member.fingerprint(),
                member.central(),
                member.station(),
                member.name(),
                member.key(),
                escrow,
                member.pickUp(),
                member.signIn());
    }

    @Test
    void noPinIsSealedToACertificateThatWasNotConfirmed() throws Exception {
        HttpCentralConnector connector = new HttpCentralConnector(Duration.ofMillis(20));
        JoinOrder order = new JoinOrder(
                URI.create(server.url().toString()), Optional.empty(), "Main", Secret.of(code("contoso")));
        try (Membership membership = connector.join(order).result().orElseThrow();
                Secret pin = Secret.of("493817")) {
            String expected = openssl(
                            List.of("x509", "-in", file("escrow.pem").toString(), "-noout", "-fingerprint", "-sha256"))
                    .replaceAll("(?s).*=|[:\\s]", "")
                    .toLowerCase(Locale.ROOT);
            assertEquals(Optional.of(expected), membership.escrow(), "that of the join is confirmed");
            assertEquals(Answer.done(Optional.of(expected)), connector.escrow(membership));
            long claim = connector
                    .open(membership)
                    .claim(request, "k1", "", Optional.empty())
                    .result()
                    .flatMap(it -> it)
                    .orElseThrow()
                    .claim();
            for (Optional<String> other : List.of(Optional.of("00".repeat(32)), Optional.<String>empty())) {
                Answer<Boolean> refused =
                        connector.open(with(membership, other)).keepPin(claim, pin);
                assertEquals(
                        Problem.of(CentralConnectionProblem.ESCROW_DIFFERS, expected),
                        refused.failure().orElseThrow());
                Answer<BegunEnrolment> notBegun =
                        connector.open(with(membership, other)).begin(claim, SoftwareKey.report(), Optional.of(pin));
                assertEquals(refused.failure(), notBegun.failure());
            }
            assertEquals(
                    Optional.empty(), database.store().write(in -> in.escrow().find(claim)));
        }
    }

    @Test
    void pinIsSealedKeptAndConfirmed() throws Exception {
        HttpCentralConnector connector = new HttpCentralConnector(Duration.ofMillis(20));
        JoinOrder order = new JoinOrder(
                URI.create(server.url().toString()), Optional.empty(), "Main", Secret.of(code("contoso")));
        try (Membership membership = connector.join(order).result().orElseThrow();
                Secret pin = Secret.of("493817")) {
            CentralEnrolments central = connector.open(membership);
            long claim = central.claim(request, "k1", "", Optional.empty())
                    .result()
                    .flatMap(it -> it)
                    .orElseThrow()
                    .claim();
            assertTrue(central.confirmPin(claim).failure().isPresent(), "none was kept");
            assertEquals(Optional.empty(), central.keepPin(claim, pin).failure());
            assertEquals("493817", opened(kept(claim)));
            assertFalse(kept(claim).confirmed());
            assertEquals(Optional.empty(), central.keepPin(claim, pin).failure(), "another PIN after a refusal");
            try (Secret other = Secret.of("550271")) {
                BegunEnrolment begun = central.begin(claim, SoftwareKey.report(), Optional.of(other))
                        .result()
                        .orElseThrow();
                assertTrue(begun.pinKept());
            }
            assertEquals("550271", opened(kept(claim)), "with the call that begins");
            assertFalse(kept(claim).confirmed());
            assertEquals(Optional.empty(), central.confirmPin(claim).failure());
            assertTrue(kept(claim).confirmed());
            assertEquals(0, refusals("central.sealed-pin-invalid"));
        }
    }
}
