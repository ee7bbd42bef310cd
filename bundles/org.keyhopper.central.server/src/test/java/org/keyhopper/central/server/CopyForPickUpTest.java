package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.client.internal.HttpCentralConnector;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.central.server.internal.config.RecordSettings;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.escrow.EscrowKey;

/** The copies that the client of the product seals for pick-up: to a certificate that was confirmed, and to no other. */
class CopyForPickUpTest extends ServerFixture {

    @Override
    RecordSettings records() throws Exception {
        return EscrowCertificate.in(folder, List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-256"));
    }

    @Override
    Optional<PickUpSettings> pickUp() throws Exception {
        return Optional.of(PickUpSandbox.in(folder));
    }

    private Optional<String> copy(long claim) {
        Optional<byte[]> sealed = database.store().write(in -> in.pickUps().sealed(claim));
        try (Secret password = Secret.of(PickUpSandbox.PASSWORD)) {
            EscrowKey opening = EscrowKey.ofFile(folder.resolve(PickUpSandbox.KEY), password)
                    .result()
                    .orElseThrow();
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
            try (Secret other = Secret.of("550271")) {
                connector
                        .open(membership)
                        .begin(claim, SoftwareKey.report(), Optional.of(other))
                        .result()
                        .orElseThrow();
            }
            assertEquals(Optional.of("550271"), copy(claim), "with the call that begins");
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
