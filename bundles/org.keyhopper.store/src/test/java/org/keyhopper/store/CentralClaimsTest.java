package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;

/** Claims of stations, issued by two instances. */
class CentralClaimsTest extends TwoInstances {

    @Test
    void claimsAreIssuedInOrderWithRisingNumbers() {
        long last = 0;
        for (int position = 1; position <= PEOPLE; position++) {
            Enrolment claimed =
                    claim(position % 2 == 0 ? one : two, "s", "k" + position).orElseThrow();
            assertEquals(position, claimed.recipient().position());
            assertTrue(claimed.claim() > last);
            last = claimed.claim();
        }
        assertEquals(Optional.empty(), claim(one, "s", "none left"));
    }

    @Test
    void sameKeyIsTheSameClaim() {
        assertEquals(claim(one, "s", "k"), claim(two, "s", "k"));
        assertEquals(2, claim(one, "other", "k").orElseThrow().recipient().position());
    }

    @Test
    void twoInstancesNeverClaimTheSameRecipient() throws Exception {
        Set<Integer> positions = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
            List<Future<Optional<Enrolment>>> claims = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                int number = i;
                claims.add(threads.submit(() -> claim(number % 2 == 0 ? one : two, "s" + number, "k")));
            }
            for (Future<Optional<Enrolment>> claim : claims) {
                positions.add(claim.get().orElseThrow().recipient().position());
            }
        }
        assertEquals(PEOPLE, positions.size());
    }

    @Test
    void expiredClaimIsTakenOverAndItsNumberIsNotCurrent() throws Exception {
        Enrolment old = claim(one, "s", "k").orElseThrow();
        keeping().expireClaims(home);
        assertTrue(expiry(old.claim()).isPresent(), "still current: no one else has taken it");
        Enrolment fresh = claim(two, "t", "k").orElseThrow();
        assertEquals(old.recipient(), fresh.recipient());
        assertEquals(Optional.empty(), expiry(old.claim()));
    }

    @Test
    void claimOfAStationSurvivesTheRestartOfTheServer() throws Exception {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        one.close();
        one = keeping().openCentral(home);
        assertTrue(expiry(claimed.claim()).isPresent());
        assertEquals(List.of(claimed.recipient()), one.requests().claimed(request.id()));
        assertThrows(StoreException.class, () -> one.requests().remove(request.id()));
    }

    @Test
    void renewalExtends() {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        Instant renewed = one.store().write(in -> in.enrolments().renew(claimed.claim(), LIFE.multipliedBy(2)));
        assertEquals(Optional.of(renewed), expiry(claimed.claim()));
    }

    @Test
    void unclearRecipientIsNotClaimed() throws Exception {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        assertTrue(holds(one, in -> in.enrolments().open(claimed.recipient())));
        assertFalse(holds(one, in -> in.enrolments().open(claimed.recipient())));
        keeping().expireClaims(home);
        assertEquals(2, claim(one, "t", "k").orElseThrow().recipient().position());
    }

    @Test
    void settlingEndsTheClaimOnce() {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        OutcomeRecord failed =
                OutcomeRecord.withoutCeremony(Outcome.FAILED, Problem.of(RunProblem.STOPPED), Instant.EPOCH);
        settle(claimed, failed);
        assertEquals(Optional.empty(), expiry(claimed.claim()));
        assertEquals(
                Outcome.FAILED,
                two.requests()
                        .find(request.id())
                        .orElseThrow()
                        .recipients()
                        .getFirst()
                        .outcome());
        assertThrows(StoreException.class, () -> settle(claimed, failed));
    }

    private void settle(Enrolment enrolment, OutcomeRecord outcome) {
        one.store().write(in -> {
            in.enrolments().settle(enrolment, outcome);
            return outcome;
        });
    }

    @Test
    void expiredClaimIsNotTakenOverWhileItsHolderBegins() throws Exception {
        Enrolment old = claim(one, "s", "k").orElseThrow();
        keeping().expireClaims(home);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Optional<Enrolment>> other = one.store().write(in -> {
                assertTrue(in.enrolments().expiry(old.claim()).isPresent());
                Future<Optional<Enrolment>> claim = threads.submit(() -> claim(two, "t", "k"));
                awaitBriefly(claim);
                assertTrue(in.enrolments().open(old.recipient()));
                return claim;
            });
            assertEquals(2, other.get().orElseThrow().recipient().position());
        }
    }

    @Test
    void expiredClaimIsNotTakenOverWhileItsHolderRenewsIt() throws Exception {
        Enrolment old = claim(one, "s", "k").orElseThrow();
        keeping().expireClaims(home);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Optional<Enrolment>> other = one.store().write(in -> {
                assertTrue(in.enrolments().expiry(old.claim()).isPresent());
                Future<Optional<Enrolment>> claim = threads.submit(() -> claim(two, "t", "k"));
                awaitBriefly(claim);
                in.enrolments().renew(old.claim(), LIFE);
                return claim;
            });
            assertEquals(2, other.get().orElseThrow().recipient().position());
        }
        assertTrue(expiry(old.claim()).isPresent());
    }

    /** Gives another transaction the time to go ahead if nothing stops it. */
    private static void awaitBriefly(Future<?> other) {
        try {
            other.get(500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It waits, as it should.
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void claimThatIsNotCurrentIsNotRenewed() {
        Enrolment claimed = claim(one, "s", "k").orElseThrow();
        one.store().write(in -> {
            in.enrolments().release(claimed.claim());
            return claimed;
        });
        assertThrows(StoreException.class, () -> one.store()
                .write(in -> in.enrolments().renew(claimed.claim(), LIFE)));
    }
}
