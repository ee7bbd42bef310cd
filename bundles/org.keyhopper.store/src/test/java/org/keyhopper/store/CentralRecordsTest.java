package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditChain;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.LivingClaim;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.reconcile.UnclearRecipient;
import org.keyhopper.central.records.RecordKind;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.vault.PinDelivery;

/** What Central keeps beyond enrolments, used by two instances. */
class CentralRecordsTest extends TwoInstances {

    private static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2099-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static void change(CentralDatabase database, Consumer<CentralTransaction> change) {
        database.store().write(in -> {
            change.accept(in);
            return in;
        });
    }

    private Enrolment unclear() {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        change(one, in -> in.enrolments().open(claimed.recipient()));
        return claimed;
    }

    @Test
    void sinkIsOfOneInstanceAtATime() {
        assertEquals(OptionalLong.of(0), one.store().write(in -> in.cursors().take("a", MINUTE)));
        assertEquals(OptionalLong.empty(), two.store().write(in -> in.cursors().take("a", MINUTE)));
        assertEquals(OptionalLong.of(0), two.store().write(in -> in.cursors().take("b", MINUTE)));
        assertTrue(holds(one, in -> in.cursors().advance("a", 7)));
        assertFalse(holds(two, in -> in.cursors().advance("a", 9)));
        assertEquals(OptionalLong.of(7), one.store().write(in -> in.cursors().take("a", MINUTE.negated())));
        assertEquals(OptionalLong.of(7), two.store().write(in -> in.cursors().take("a", MINUTE)));
        assertFalse(holds(one, in -> in.cursors().advance("a", 8)));
    }

    @Test
    void sinkOfAnInstanceThatEndedIsTakenOverAtOnce() {
        assertEquals(OptionalLong.of(0), one.store().write(in -> in.cursors().take("a", MINUTE)));
        one.close();
        assertEquals(OptionalLong.of(0), two.store().write(in -> in.cursors().take("a", MINUTE)));
    }

    @Test
    void unclearRecipientIsListedAndClaimedForAProof() {
        Enrolment before = unclear();
        UnclearRecipient listed =
                two.store().write(in -> in.unclear().list(request.id())).getFirst();
        assertEquals(before.recipient(), listed.state().id());
        assertEquals(Optional.of(before), listed.last());
        assertTrue(listed.claimedUntil().isPresent());
        ClaimOrder order = new ClaimOrder("p", Optional.of("printer"), Optional.empty());
        Enrolment proving = two.store().write(in -> in.unclear()
                .claim(in.unclear().lockLast(before.recipient()).orElseThrow(), "t", order, LIFE));
        assertTrue(proving.claim() > before.claim());
        assertEquals(Optional.empty(), expiry(before.claim()));
        assertEquals(Optional.of(proving), one.store().write(in -> in.unclear().lockLast(before.recipient())));
        assertEquals(
                List.of(new LivingClaim(proving.claim(), "printer")),
                one.store().write(in -> in.enrolments().living("t")));
        assertEquals(List.of(), one.store().write(in -> in.enrolments().living("s")));
    }

    @Test
    void settlingEndsTheClaimUnlessTheRecipientStaysUnclear() {
        Enrolment before = unclear();
        Problem problem = Problem.of(RunProblem.STOPPED);
        change(one, in -> in.unclear()
                .settle(before.recipient(), OutcomeRecord.withoutCeremony(Outcome.UNCLEAR, problem, EARLY)));
        assertTrue(expiry(before.claim()).isPresent());
        change(one, in -> in.unclear()
                .settle(before.recipient(), OutcomeRecord.withoutCeremony(Outcome.FAILED, problem, EARLY)));
        assertEquals(Optional.empty(), expiry(before.claim()));
        assertEquals(Optional.of(Outcome.FAILED), two.store().write(in -> in.unclear()
                .lockOutcome(before.recipient())));
    }

    @Test
    void reopenedRecipientIsPending() {
        Enrolment before = unclear();
        change(one, in -> in.unclear().reopen(before.recipient()));
        assertEquals(before.recipient(), claim(two, "t", "k").orElseThrow().recipient());
    }

    @Test
    void lastConfirmedPinIsFound() {
        Enrolment first = claim(one, "s", "k").orElseThrow();
        change(one, in -> in.escrow().put(pin(first, 1, true)));
        change(one, in -> in.enrolments().release(first.claim()));
        Enrolment second = claim(one, "t", "k").orElseThrow();
        change(one, in -> in.escrow().put(pin(second, 2, false)));
        assertEquals(List.of(pin(first, 1, true)), two.store().write(in -> in.escrow()
                .confirmed(request.id())));
        change(two, in -> in.escrow().put(pin(second, 3, true)));
        assertEquals(List.of(pin(second, 3, true)), one.store().write(in -> in.escrow()
                .confirmed(request.id())));
    }

    private static SealedPin pin(Enrolment enrolment, int content, boolean confirmed) {
        return new SealedPin(
                enrolment.claim(),
                enrolment.recipient(),
                new byte[] {(byte) content},
                confirmed,
                EARLY,
                PinDelivery.NONE);
    }

    @Test
    void pinIsRemovedSomeTimeAfterItsReceiptWasConfirmed() {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        Instant soon = EARLY.plusSeconds(1);
        SealedPin received = pin(claimed, 1, true).with(PinDelivery.NONE.received(soon));
        change(one, in -> in.escrow().put(received));
        assertEquals(Optional.of(received), two.store().write(in -> in.escrow().find(claimed.claim())));
        assertEquals(0, removed(two, RecordKind.PINS, soon, 5));
        assertEquals(1, removed(two, RecordKind.PINS, soon.plusSeconds(1), 5));
    }

    @Test
    void pinsThatWereReleasedAndNotConfirmedAreCounted() {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        PinDelivery released = PinDelivery.NONE.released(EARLY);
        change(one, in -> in.escrow().put(pin(claimed, 1, true).with(released)));
        assertEquals(Map.of(request.id(), 1), unconfirmedSince(LATE));
        assertEquals(Map.of(), unconfirmedSince(EARLY));
        change(one, in -> in.escrow().put(pin(claimed, 1, true).with(released.handedOver(EARLY))));
        assertEquals(Map.of(request.id(), 1), unconfirmedSince(LATE));
        change(one, in -> in.escrow().put(pin(claimed, 1, true).with(released.received(EARLY))));
        assertEquals(Map.of(), unconfirmedSince(LATE));
    }

    private Map<RequestId, Integer> unconfirmedSince(Instant released) {
        return two.store().write(in -> in.escrow().unconfirmedSince(released));
    }

    @Test
    void namesAreReplaced() {
        Recipient recipient = new Recipient("user1", "User 1", "", "");
        change(one, in -> in.names().put("recipient:R/1", "contoso", recipient));
        change(two, in -> in.names().put("recipient:R/1", "contoso", new Recipient("user1", "User One", "", "")));
        assertEquals(Optional.of("User One"), one.store().write(in -> in.names().find("recipient:R/1")));
    }

    @Test
    void personIsExportedAndErased() {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        change(one, in -> in.names()
                .put("recipient:" + request.id() + "/1", "contoso", new Recipient("user1", "User 1", "", "")));
        assertTrue(holds(two, in -> in.people().isInWork("contoso", "user1")));
        change(one, in -> in.enrolments().release(claimed.claim()));
        assertFalse(holds(two, in -> in.people().isInWork("contoso", "user1")));
        assertEquals(
                1,
                two.store()
                        .write(in -> in.people().export("contoso", "user1"))
                        .get("recipient")
                        .size());
        assertTrue(two.store().write(in -> in.people().erase("contoso", "user1")) > 0);
        assertEquals(
                List.of(),
                one.store().write(in -> in.people().export("contoso", "user1")).get("recipient"));
        assertEquals(Optional.empty(), one.store().write(in -> in.names().find("recipient:" + request.id() + "/1")));
        assertEquals(
                1,
                one.store()
                        .write(in -> in.people().export("contoso", "user2"))
                        .get("recipient")
                        .size());
    }

    private static int removed(CentralDatabase database, RecordKind kind, Instant before, int limit) {
        return database.store().write(in -> in.retention().remove(kind, before, limit));
    }

    @Test
    void recordsAreRemovedUpToTheLimit() {
        assertEquals(0, removed(one, RecordKind.REQUESTS, LATE, 5));
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        change(one, in -> {
            in.escrow().put(pin(claimed, 1, true));
            in.enrolments().keepStaleWrite(claimed, "BEGIN", Map.of());
            in.enrolments().keepStaleWrite(claimed, "BEGIN", Map.of());
            for (int i = 0; i < 4; i++) {
                in.audit().append(AuditEvent.done(Caller.none("c"), AuditAction.CLAIM, "claim:1"));
            }
        });
        assertEquals(1, removed(two, RecordKind.PINS, LATE, 5));
        assertEquals(1, removed(two, RecordKind.EVIDENCE, LATE, 1));
        assertEquals(0, removed(two, RecordKind.EVIDENCE, EARLY, 5));
        assertEquals(0, removed(two, RecordKind.DEVICES, LATE, 5));
        assertEquals(2, removed(two, RecordKind.AUDIT, LATE, 2));
        List<AuditEntry> left = one.store().write(in -> in.audit().after(0, 10));
        assertEquals(2, left.size());
        assertEquals(
                OptionalLong.empty(),
                AuditChain.firstBroken(
                        one.store().write(in -> in.audit().start()).hash(), 3, left));
        int counted = two.store().write(in -> in.audit().count(AuditAction.CLAIM, EARLY));
        assertEquals(2, counted);
    }

    @Test
    void trailGoesOnAfterAllOfItWasRemoved() {
        change(one, in -> in.audit().append(AuditEvent.done(Caller.none("c"), AuditAction.CLAIM, "claim:1")));
        assertEquals(1, removed(one, RecordKind.AUDIT, LATE, 9));
        change(two, in -> in.audit().append(AuditEvent.done(Caller.none("c"), AuditAction.CLAIM, "claim:2")));
        List<AuditEntry> left = one.store().write(in -> in.audit().after(0, 10));
        assertEquals(
                OptionalLong.empty(),
                AuditChain.firstBroken(
                        one.store().write(in -> in.audit().start()).hash(), 2, left));
    }
}
