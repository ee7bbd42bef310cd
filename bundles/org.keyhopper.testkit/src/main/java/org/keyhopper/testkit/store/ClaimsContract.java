package org.keyhopper.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StaleWrite;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;

/** Claims on recipients: who may work on whom, for how long, and what becomes of writes that come too late. */
public abstract class ClaimsContract {

    private static final int PEOPLE = 3;

    private StationRecords store;
    private StationRecords other;
    private RequestId request;

    /** Returns a user of the store under test; each call another one, of the same data. */
    protected abstract StationRecords open() throws Exception;

    /** Lets more than the life of a claim pass by the clock of the store. */
    protected abstract void letClaimsExpire() throws Exception;

    @BeforeEach
    void openTwice() throws Exception {
        store = open();
        other = open();
        request = store.requests()
                .create(
                        "Spring",
                        "entra",
                        Profile.DEFAULT,
                        IntStream.rangeClosed(1, PEOPLE)
                                .mapToObj(i -> new Recipient("user" + i + "@example.com", "User " + i, "", ""))
                                .toList())
                .id();
    }

    @Test
    void claimsAreIssuedInTheOrderOfTheRequestWithRisingNumbers() {
        long last = 0;
        for (int position = 1; position <= PEOPLE; position++) {
            Claim claim = next(store);
            assertEquals(recipient(position), claim.recipient());
            assertTrue(claim.number() > last, claim + " after " + last);
            last = claim.number();
        }
        assertEquals(Optional.empty(), store.requests().claimNext(request, 0));
    }

    @Test
    void twoHoldersNeverHaveTheSameRecipient() {
        assertEquals(recipient(1), next(store).recipient());
        assertEquals(recipient(2), next(other).recipient());
        assertEquals(recipient(3), next(store).recipient());
        assertTrue(other.requests().claimNext(request, 0).isEmpty());
        assertTrue(other.requests().claim(recipient(1)).isEmpty());
        assertEquals(
                List.of(recipient(1), recipient(2), recipient(3)),
                other.requests().claimed(request));
    }

    @Test
    void aReleasedRecipientIsOfferedAgainFirst() {
        Claim first = next(store);
        next(store);
        first.close();
        first.close();
        assertEquals(recipient(1), next(other).recipient());
    }

    @Test
    void aClaimIsCurrentUntilAnotherTakesItAlsoAfterItHasExpired() throws Exception {
        Claim claim = next(store);
        letClaimsExpire();
        assertEquals(List.of(), store.requests().claimed(request));
        store.requests().requireCurrent(claim);
        assertEquals(List.of(), store.requests().renew(List.of(claim)));
        assertEquals(List.of(recipient(1)), store.requests().claimed(request));
        assertTrue(other.requests().claim(recipient(1)).isEmpty());
    }

    @Test
    void anExpiredClaimIsLostToTheNextHolderAndNotRenewed() throws Exception {
        Claim claim = next(store);
        letClaimsExpire();
        Claim taken = next(other);
        assertEquals(recipient(1), taken.recipient());
        assertTrue(taken.number() > claim.number());
        assertEquals(List.of(claim), store.requests().renew(List.of(claim)));
        assertThrows(ClaimLostException.class, () -> store.requests().requireCurrent(claim));
        claim.close();
        other.requests().requireCurrent(taken);
    }

    @Test
    void aWriteUnderALostClaimChangesNothingAndIsKeptAsEvidence() throws Exception {
        Claim claim = next(store);
        CeremonyId ceremony = store.journal().open(claim, recipient(1), Map.of());
        letClaimsExpire();
        try (Claim taken = other.requests().claim(recipient(1)).orElseThrow()) {
            other.journal().close(taken, ceremony, outcome(Outcome.FAILED));
        }
        Object before = store.requests().find(request);

        assertThrows(ClaimLostException.class, () -> store.journal()
                .record(claim, ceremony, JournalPoint.MADE, Map.of("credential", "c0ffee")));
        assertThrows(
                ClaimLostException.class, () -> store.journal().close(claim, ceremony, outcome(Outcome.PROVISIONED)));
        assertThrows(
                ClaimLostException.class, () -> store.requests().settle(claim, recipient(1), outcome(Outcome.SKIPPED)));

        assertEquals(before, store.requests().find(request));
        List<StaleWrite> kept = other.requests().staleWrites(request);
        assertEquals(
                List.of("record MADE", "close", "settle"),
                kept.stream().map(StaleWrite::operation).toList());
        assertEquals("c0ffee", kept.getFirst().facts().get("credential"));
        assertEquals("PROVISIONED", kept.get(1).facts().get("outcome"));
        assertTrue(kept.stream().allMatch(write -> write.claim() == claim.number()));
    }

    @Test
    void aReleasedClaimIsRefusedAlsoWhenNobodyHasTakenTheRecipient() {
        Claim claim = next(store);
        claim.close();
        assertThrows(
                ClaimLostException.class, () -> store.requests().settle(claim, recipient(1), outcome(Outcome.FAILED)));
        assertEquals(Outcome.PENDING, outcomeOf(1));
    }

    @Test
    void aClaimChangesNoOtherRecipient() {
        Claim claim = next(store);
        assertThrows(StoreException.class, () -> store.requests().settle(claim, recipient(2), outcome(Outcome.FAILED)));
        assertThrows(StoreException.class, () -> store.journal().open(claim, recipient(2), Map.of()));
    }

    @Test
    void whomARunHasAttemptedItDoesNotClaimAgain() {
        long start = store.requests().latestSettlement();
        try (Claim claim = next(store)) {
            store.requests().settle(claim, recipient(1), outcome(Outcome.FAILED));
        }
        assertEquals(
                recipient(2),
                store.requests().claimNext(request, start).orElseThrow().recipient());
    }

    @Test
    void whoFailedBeforeARunIsClaimedByIt() {
        try (Claim claim = next(store)) {
            store.requests().settle(claim, recipient(1), outcome(Outcome.FAILED));
        }
        long later = other.requests().latestSettlement();
        assertEquals(
                recipient(1),
                other.requests().claimNext(request, later).orElseThrow().recipient());
    }

    @Test
    void whoIsProvisionedSkippedOrUnclearIsNotClaimedNext() {
        settle(1, Outcome.PROVISIONED);
        settle(2, Outcome.SKIPPED);
        try (Claim claim = store.requests().claim(recipient(3)).orElseThrow()) {
            store.journal().open(claim, recipient(3), Map.of());
        }
        assertEquals(Outcome.UNCLEAR, outcomeOf(3));
        assertTrue(store.requests().claimNext(request, Long.MAX_VALUE).isEmpty());
        assertTrue(store.requests().claim(recipient(3)).isPresent());
    }

    @Test
    void aCeremonyUnderALivingClaimIsNotUnfinished() {
        Claim claim = next(store);
        CeremonyId ceremony = store.journal().open(claim, recipient(1), Map.of());
        assertEquals(List.of(), other.journal().unfinished());
        claim.close();
        assertEquals(ceremony, other.journal().unfinished().getFirst().id());
    }

    @Test
    void whatIsClaimedIsNotEditedByOthers() {
        settle(2, Outcome.SKIPPED);
        Claim claim = store.requests().claim(recipient(2)).orElseThrow();
        assertThrows(StoreException.class, () -> other.requests().reopen(request, List.of(2)));
        Recipient renamed = new Recipient("new@example.com", "New", "", "");
        assertEquals(List.of(2), other.requests().update(request, Map.of(1, renamed, 2, renamed)));
        assertThrows(StoreException.class, () -> other.requests().remove(request));
        claim.close();
        other.requests().reopen(request, List.of(2));
        assertEquals(Outcome.PENDING, outcomeOf(2));
        other.requests().remove(request);
        assertThrows(StoreException.class, () -> store.requests().claimNext(request, 0));
        assertThrows(StoreException.class, () -> store.requests().claim(recipient(1)));
    }

    @Test
    void manyThreadsClaimEachRecipientOnce() throws Exception {
        Set<RecipientId> claimed = new HashSet<>();
        List<Callable<Optional<Claim>>> claiming = new ArrayList<>();
        for (int i = 0; i < 2 * PEOPLE; i++) {
            StationRecords holder = i % 2 == 0 ? store : other;
            claiming.add(() -> holder.requests().claimNext(request, 0));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(claiming.size())) {
            for (Future<Optional<Claim>> one : threads.invokeAll(claiming)) {
                one.get().ifPresent(claim -> assertTrue(claimed.add(claim.recipient()), claim.toString()));
            }
        }
        assertEquals(PEOPLE, claimed.size());
    }

    private Claim next(StationRecords holder) {
        return holder.requests().claimNext(request, 0).orElseThrow();
    }

    private RecipientId recipient(int position) {
        return new RecipientId(request, position);
    }

    private void settle(int position, Outcome outcome) {
        try (Claim claim = store.requests().claim(recipient(position)).orElseThrow()) {
            store.requests().settle(claim, recipient(position), outcome(outcome));
        }
    }

    private Outcome outcomeOf(int position) {
        return store.requests()
                .find(request)
                .orElseThrow()
                .recipients()
                .get(position - 1)
                .outcome();
    }

    private static OutcomeRecord outcome(Outcome outcome) {
        Optional<Problem> problem =
                outcome == Outcome.PROVISIONED ? Optional.empty() : Optional.of(Problem.of(RunProblem.SKIPPED));
        return new OutcomeRecord(outcome, problem, Optional.empty(), List.of(), Instant.EPOCH, Duration.ZERO);
    }
}
