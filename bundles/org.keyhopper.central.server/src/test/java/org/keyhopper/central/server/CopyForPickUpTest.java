package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.client.internal.HttpCentralConnector;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.central.server.internal.config.RecordSettings;
import org.keyhopper.central.server.internal.config.SecretSource;
import org.keyhopper.central.server.internal.config.SmtpServer;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.escrow.NewEscrowKey;

/** The copies that the client of the product seals for pick-up: to a certificate that was confirmed, and to no other. */
class CopyForPickUpTest extends ServerFixture {

    private static final String PASSWORD = "the key of the pick-up";

    private Path key() {
        return folder.resolve("pickup.p12");
    }

    @Override
    RecordSettings records() throws Exception {
        return EscrowCertificate.in(folder, List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-256"));
    }

    @Override
    Optional<PickUpSettings> pickUp() throws Exception {
        Path password = folder.resolve("pickup-password");
        Files.writeString(password, PASSWORD + "\n");
        try (Secret secret = Secret.of(PASSWORD)) {
            NewEscrowKey.create("pick-up", Instant.now(), key(), secret);
        }
        return Optional.of(new PickUpSettings(
                key(),
                new SecretSource(Optional.of(password), ""),
                Duration.ofHours(1),
                new PickUpSettings.Proof("preferred_username", Set.of(), Set.of("otp")),
                "desk",
                Locale.ENGLISH,
                Optional.empty(),
                new SmtpServer("127.0.0.1", 1, SmtpServer.Security.PLAIN, Optional.empty(), "keys@example.org")));
    }

    private Optional<String> copy(long claim) {
        Optional<byte[]> sealed = database.store().write(in -> in.pickUps().sealed(claim));
        try (Secret password = Secret.of(PASSWORD)) {
            EscrowKey opening = EscrowKey.ofFile(key(), password).result().orElseThrow();
            return sealed.map(it -> {
                try (Secret pin = opening.open(it).result().orElseThrow()) {
                    return new String(pin.toChars());
                }
            });
        }
    }

    private long claim(CentralEnrolments central, String key) {
        return central.claim(request, key, "", Optional.empty())
                .result()
                .flatMap(it -> it)
                .orElseThrow()
                .claim();
    }

    @Test
    void copyIsSealedToTheConfirmedCertificateAlone() throws Exception {
        HttpCentralConnector connector = new HttpCentralConnector(Duration.ofMillis(20));
        JoinOrder order = new JoinOrder(
                URI.create(server.url().toString()), Optional.empty(), "Main", Secret.of(code("contoso")));
        try (Membership membership = connector.join(order).result().orElseThrow();
                Secret pin = Secret.of("493817")) {
            assertEquals(connector.pickUp(membership).result().orElseThrow(), membership.pickUp());
            assertNotEquals(membership.escrow(), membership.pickUp());
            long claim = claim(connector.open(membership), "k1");
            for (Optional<String> other : List.of(Optional.of("00".repeat(32)), Optional.<String>empty())) {
                assertEquals(
                        Optional.empty(),
                        connector
                                .open(with(membership, other))
                                .keepPin(claim, pin)
                                .failure(),
                        "the PIN is in escrow all the same");
                assertEquals(Optional.empty(), copy(claim));
            }
            assertEquals(
                    Optional.empty(),
                    connector.open(membership).keepPin(claim, pin).failure());
            assertEquals(Optional.of("493817"), copy(claim));
            assertEquals(0, refusals("central.sealed-pin-invalid"));
        }
    }

    private static Membership with(Membership member, Optional<String> pickUp) {
        return new Membership(
                member.address(),
                member.fingerprint(),
                member.central(),
                member.station(),
                member.name(),
                member.key(),
                member.escrow(),
                pickUp,
                member.signIn());
    }
}
