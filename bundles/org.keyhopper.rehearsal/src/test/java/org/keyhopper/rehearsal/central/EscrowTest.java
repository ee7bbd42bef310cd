package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.ReleaseOrder;
import org.keyhopper.central.escrow.Escrow;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.escrow.SealedPins;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.vault.PinDelivery;

/** PINs on their way into escrow and out of it. */
class EscrowTest extends StationFixture {

    private static final Caller PIN_OFFICER = new Caller(
            Caller.Kind.OPERATOR,
            "pia",
            List.of(new Grant(Role.PIN_OFFICER, new Scope.OneDirectory("contoso"))),
            "call-of-pia");
    private static final byte[] FIRST = {1};
    private static final byte[] SECOND = {2};
    private static final byte[] INVALID = {0};

    private static Caller officer(String id) {
        return new Caller(Caller.Kind.OPERATOR, id, PIN_OFFICER.grants(), "call");
    }

    private Escrow escrow() {
        return rig.central().escrow(new SealedPins() {
            @Override
            public Optional<byte[]> certificate() {
                return Optional.of(new byte[] {3});
            }

            @Override
            public Optional<Problem> check(byte[] sealed, String stationKey, String context) {
                return Arrays.equals(sealed, INVALID)
                        ? Optional.of(Problem.of(CentralProblem.SEALED_PIN_INVALID, "form"))
                        : Optional.empty();
            }
        });
    }

    private RecipientId anna() {
        return new RecipientId(rig.request, 1);
    }

    @Test
    void pinIsKeptBeforeTheDeviceHasItAndHandedOverAfterwards() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        done(escrow().keep(STATION, "", claimed.claim(), FIRST));
        done(escrow().keep(STATION, "", claimed.claim(), SECOND));
        assertEquals(List.of(), done(escrow().list(PIN_OFFICER, rig.request)), "not confirmed");
        assertRefused(CentralProblem.NO_SUCH_PIN, escrow().release(PIN_OFFICER, anna(), "letters"));
        done(escrow().confirm(STATION, claimed.claim()));
        done(escrow().confirm(STATION, claimed.claim()));
        assertArrayEquals(
                SECOND, done(escrow().release(PIN_OFFICER, anna(), "letters")).sealed());
        assertRefused(CentralProblem.OUT_OF_ORDER, escrow().keep(STATION, "", claimed.claim(), FIRST));
        done(escrow().keep(STATION, "", claimed.claim(), SECOND));
        assertEquals(
                List.of(
                        "CLAIM",
                        "PIN_KEPT",
                        "PIN_KEPT",
                        "PIN_HANDED_OVER",
                        "PIN_CONFIRMED",
                        "PIN_HANDED_OVER",
                        "PIN_KEPT"),
                rig.trail().stream().map(entry -> entry.event().action().name()).toList());
    }

    @Test
    void lastPinOfARecipientCounts() {
        ClaimedRecipient first = rig.claim(STATION, "k1");
        done(escrow().keep(STATION, "", first.claim(), FIRST));
        done(escrow().confirm(STATION, first.claim()));
        done(calls().release(STATION, first.claim(), new ReleaseOrder("", false, true)));
        ClaimedRecipient second = rig.claim(OTHER, "k1");
        done(escrow().keep(OTHER, "", second.claim(), SECOND));
        done(escrow().confirm(OTHER, second.claim()));
        assertArrayEquals(
                SECOND, done(escrow().list(PIN_OFFICER, rig.request)).getFirst().sealed());
    }

    @Test
    void releaseNeedsAReasonAndIsRecordedWithIt() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        done(escrow().keep(STATION, "", claimed.claim(), FIRST));
        done(escrow().confirm(STATION, claimed.claim()));
        assertRefused(CentralProblem.BAD_CALL, escrow().release(PIN_OFFICER, anna(), " "));
        done(escrow().release(PIN_OFFICER, anna(), "letters for Berlin"));
        AuditEntry last = rig.trail().getLast();
        assertEquals("letters for Berlin", last.event().facts().get("reason"));
    }

    @Test
    void eachSeesAPinOnce() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        done(escrow().keep(STATION, "", claimed.claim(), FIRST));
        done(escrow().confirm(STATION, claimed.claim()));
        done(escrow().release(PIN_OFFICER, anna(), "letter"));
        assertRefused(CentralProblem.PIN_RELEASED, escrow().release(PIN_OFFICER, anna(), "another letter"));
        done(escrow().release(officer("paul"), anna(), "the letter was lost"));
        assertEquals(
                List.of("operator:paul the letter was lost", "operator:pia letter"),
                done(escrow().releases(PIN_OFFICER, rig.request)).stream()
                        .map(release -> release.actor() + " " + release.reason())
                        .toList());
    }

    private PinDelivery.State state() {
        return done(escrow().list(PIN_OFFICER, rig.request))
                .getFirst()
                .delivery()
                .state();
    }

    @Test
    void pinGoesItsWayToThePerson() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        done(escrow().keep(STATION, "", claimed.claim(), FIRST));
        Set<Integer> one = Set.of(1);
        assertRefused(CentralProblem.NO_SUCH_PIN, escrow().handOver(PIN_OFFICER, rig.request, one));
        done(escrow().confirm(STATION, claimed.claim()));
        assertEquals(PinDelivery.State.SEALED, state());
        assertRefused(CentralProblem.PIN_NOT_RELEASED, escrow().handOver(PIN_OFFICER, rig.request, one));
        assertRefused(CentralProblem.PIN_NOT_RELEASED, escrow().confirmReceipt(PIN_OFFICER, rig.request, one));
        done(escrow().release(PIN_OFFICER, anna(), "letter"));
        assertEquals(PinDelivery.State.RELEASED, state());
        assertRefused(CentralProblem.NO_SUCH_PIN, escrow().handOver(PIN_OFFICER, rig.request, Set.of(1, 2)));
        assertEquals(PinDelivery.State.RELEASED, state(), "all or none");
        assertRefused(CentralProblem.NOT_PERMITTED, escrow().handOver(STATION, rig.request, one));
        assertEquals(one, done(escrow().handOver(PIN_OFFICER, rig.request, one)));
        assertEquals(Set.of(), done(escrow().handOver(PIN_OFFICER, rig.request, one)), "recorded before");
        assertEquals(PinDelivery.State.HANDED_OVER, state());
        assertEquals(one, done(escrow().confirmReceipt(PIN_OFFICER, rig.request, one)));
        assertEquals(PinDelivery.State.CONFIRMED, state());
        List<String> recorded = rig.trail().stream()
                .filter(entry -> entry.event().problem().isEmpty())
                .map(entry -> entry.event().action() + " " + entry.event().subject())
                .filter(text -> text.startsWith("PIN_DELIVERED") || text.startsWith("PIN_RECEIVED"))
                .toList();
        String subject = " recipient:" + rig.request + "/1";
        assertEquals(
                List.of("PIN_DELIVERED" + subject, "PIN_RECEIVED" + subject),
                recorded.stream().sorted().toList());
    }

    @Test
    void overduePinsAreCountedForThePinOffice() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        done(escrow().keep(STATION, "", claimed.claim(), FIRST));
        done(escrow().confirm(STATION, claimed.claim()));
        done(escrow().release(PIN_OFFICER, anna(), "letter"));
        assertEquals(Map.of(), escrow().overdue(PIN_OFFICER));
        rig.database().store().write(in -> {
            SealedPin pin = in.escrow().find(claimed.claim()).orElseThrow();
            in.escrow().put(pin.with(pin.delivery().released(in.now().minus(PinDelivery.OVERDUE_AFTER.plusDays(1)))));
            return in;
        });
        assertEquals(Map.of(rig.request, 1), escrow().overdue(PIN_OFFICER));
        assertEquals(Map.of(), escrow().overdue(STATION), "of no one without the privilege");
        done(escrow().confirmReceipt(PIN_OFFICER, rig.request, Set.of(1)));
        assertEquals(Map.of(), escrow().overdue(PIN_OFFICER));
    }

    @Test
    void releasesAreLimitedPerHour() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        done(escrow().keep(STATION, "", claimed.claim(), FIRST));
        done(escrow().confirm(STATION, claimed.claim()));
        for (int i = 0; i < 100; i++) {
            done(escrow().release(officer("officer" + i), anna(), "letters"));
        }
        assertRefused(CentralProblem.TOO_MANY_CALLS, escrow().release(PIN_OFFICER, anna(), "letters"));
    }

    @Test
    void whoMayNotIsRefused() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        assertRefused(CentralProblem.NO_SUCH_CLAIM, escrow().keep(OTHER, "", claimed.claim(), FIRST));
        assertRefused(CentralProblem.SEALED_PIN_INVALID, escrow().keep(STATION, "", claimed.claim(), INVALID));
        assertRefused(CentralProblem.NO_SUCH_PIN, escrow().confirm(STATION, claimed.claim()));
        assertRefused(CentralProblem.NOT_PERMITTED, escrow().release(STATION, anna(), "letters"));
        assertRefused(CentralProblem.NOT_PERMITTED, escrow().list(STATION, rig.request));
        done(calls().release(STATION, claimed.claim(), new ReleaseOrder("", false, true)));
        rig.claim(OTHER, "k1");
        assertRefused(CentralProblem.CLAIM_LOST, escrow().keep(STATION, "", claimed.claim(), FIRST));
        assertEquals(2, rig.refusals(CentralProblem.NOT_PERMITTED));
    }
}
