package org.keyhopper.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.directory.OutagePauses;
import org.keyhopper.core.fake.MemoryRequests;
import org.keyhopper.core.internal.directory.OutageListener;
import org.keyhopper.core.internal.directory.OutageWait;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;

class RecipientQueueTest {

    private final MemoryRequests requests = new MemoryRequests();
    private final RequestId id = requests.create("x", "d", Profile.DEFAULT, people("a", "b", "c", "d"))
            .id();

    @Test
    void everybodyOpenGetsATurnInTheOrderOfImport() {
        settle(1, Outcome.PROVISIONED);
        settle(2, Outcome.UNCLEAR);
        settle(3, Outcome.FAILED);
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.empty());
        assertEquals("c", next(queue).orElseThrow().recipient().user());
        assertEquals("d", queue.next(1).getFirst().recipient().user());
        assertTrue(queue.hasMore());
        settle(3, Outcome.FAILED, Instant.MAX);
        assertEquals("d", next(queue).orElseThrow().recipient().user());
        assertFalse(queue.hasMore());
        settle(4, Outcome.FAILED, Instant.MAX);
        assertTrue(next(queue).isEmpty());
        assertTrue(queue.current().isEmpty());
    }

    @Test
    void runForSomePeopleAttemptsOnlyThem() {
        settle(1, Outcome.PROVISIONED);
        settle(3, Outcome.SKIPPED);
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.of(Set.of(4, 3, 1)));
        assertEquals("c", next(queue).orElseThrow().recipient().user());
        assertEquals(Outcome.PENDING, queue.current().orElseThrow().outcome());
        assertEquals(List.of("d"), names(queue.next()));
        queue.claimAhead("");
        assertEquals(
                List.of(3, 4),
                requests.claimed(id).stream().map(RecipientId::position).toList());
        settle(3, Outcome.SKIPPED, Instant.MAX);
        settled(queue);
        assertEquals("d", next(queue).orElseThrow().recipient().user());
        assertFalse(queue.hasMore());
        settle(4, Outcome.FAILED, Instant.MAX);
        settled(queue);
        assertTrue(next(queue).isEmpty());
    }

    @Test
    void claimIsReleasedIfItsRecipientCannotBeReopened() {
        settle(2, Outcome.SKIPPED);
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.of(Set.of(2)));
        requests.failNextReopen = true;
        assertThrows(StoreException.class, () -> next(queue));
        assertEquals(List.of(), requests.claimed(id));
        assertEquals("b", next(queue).orElseThrow().recipient().user());
    }

    @Test
    void runForSomePeopleCanGoToAnother() {
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.of(Set.of(2)));
        assertEquals("b", take(queue).recipient().user());
        assertTrue(queue.goTo(4));
        assertEquals("d", take(queue).recipient().user());
        assertEquals(List.of("b"), names(queue.next()));
    }

    @Test
    void whoFailedInAnEarlierRunIsNotSettledInThisOne() {
        settle(1, Outcome.FAILED);
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.empty());
        next(queue);
        assertFalse(queue.isSettled(queue.current().orElseThrow()));
        settled(queue);
        assertTrue(queue.isSettled(queue.current().orElseThrow()));
        queue.reopened(queue.current().orElseThrow());
        assertFalse(queue.isSettled(queue.current().orElseThrow()));
    }

    @Test
    void theLatestSettledComeFirstAndNobodyTwice() {
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.empty());
        for (int i = 1; i <= 3; i++) {
            next(queue);
            settle(i, Outcome.SKIPPED);
            settled(queue);
            settled(queue);
        }
        assertEquals(List.of("c", "b"), names(queue.latestSettled(2)));
        assertEquals(List.of("d"), names(queue.next()));
    }

    @Test
    void twoRunsNeverWorkOnOneRecipient() {
        RecipientQueue one = new RecipientQueue(requests, fresh(), Optional.empty());
        RecipientQueue other = new RecipientQueue(requests, fresh(), Optional.empty());
        assertEquals(
                List.of("a", "b", "c", "d"),
                List.of(take(one), take(other), take(one), take(other)).stream()
                        .map(state -> state.recipient().user())
                        .toList());
        assertTrue(one.poll().isEmpty());
        assertEquals(2, one.left());
    }

    @Test
    void aRecipientThatFailsInOneRunIsNotRetriedByTheOther() {
        settle(1, Outcome.FAILED);
        RecipientQueue one = new RecipientQueue(requests, fresh(), Optional.empty());
        RecipientQueue other = new RecipientQueue(requests, fresh(), Optional.empty());
        RecipientState a = take(one);
        settle(1, Outcome.FAILED, Instant.MAX);
        one.release(a);
        assertEquals("b", take(other).recipient().user());
        assertEquals(List.of("c", "d"), names(other.next()));
        assertEquals(
                "a",
                take(new RecipientQueue(requests, fresh(), Optional.empty()))
                        .recipient()
                        .user());
    }

    @Test
    void aRecipientThatIsGivenBackStaysClaimedAndIsTheNextAgain() {
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.empty());
        RecipientState a = take(queue);
        queue.claimAhead("");
        queue.giveBack(a);
        assertEquals(
                List.of(1, 2),
                requests.claimed(id).stream().map(RecipientId::position).toList());
        assertEquals(List.of("a", "b", "c", "d"), names(queue.next()));
        assertEquals("a", take(queue).recipient().user());
        assertEquals("b", take(queue).recipient().user());
    }

    /** The code as Central's API reports it. */
    private static final ProblemCode TOO_MANY_CLAIMS = () -> "central.too-many-claims";

    /** Notes what a run would show. */
    private static final class Shown implements OutageListener {

        private final List<Problem> notices = new ArrayList<>();
        private boolean back;

        @Override
        public void isOut(Problem notice, boolean news) {
            notices.add(notice);
        }

        @Override
        public void isBack() {
            back = true;
        }
    }

    private static OutageWait outages(Shown shown, BooleanSupplier stopped) {
        OutagePauses pauses = new OutagePauses(Duration.ofMillis(5), Duration.ofMillis(5));
        return new OutageWait(new OutageWait.Rules(pauses, Optional.empty(), Clock.systemUTC()), stopped, shown);
    }

    @Test
    void centralOutOfReachIsWaitedForAndTheNextRecipientTaken() throws InterruptedException {
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.empty());
        requests.outages = 3;
        Shown shown = new Shown();
        Optional<RecipientState> next = queue.take("", outages(shown, () -> false), () -> false);
        assertEquals("a", next.orElseThrow().recipient().user());
        assertTrue(shown.notices.getFirst().is(RunProblem.CENTRAL_OUT));
        assertTrue(shown.back);
    }

    @Test
    void earlierClaimOfThisStationIsWaitedFor() throws InterruptedException {
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.empty());
        requests.outages = 3;
        requests.outage = Problem.of(TOO_MANY_CLAIMS, "2");
        Shown shown = new Shown();
        Optional<RecipientState> next = queue.take("", outages(shown, () -> false), () -> false);
        assertEquals("a", next.orElseThrow().recipient().user());
        assertTrue(shown.notices.getFirst().is(RunProblem.CLAIM_AWAITED));
    }

    @Test
    void runThatIsStoppedDoesNotWaitForCentral() throws InterruptedException {
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.empty());
        requests.outages = 3;
        AtomicBoolean stopping = new AtomicBoolean();
        BooleanSupplier stopped = () -> stopping.getAndSet(true) || true;
        assertEquals(Optional.empty(), queue.take("", outages(new Shown(), stopped), stopping::get));
        assertEquals(List.of(), requests.claimed(id));
    }

    @Test
    void oneIsClaimedAheadAndNotMore() {
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.empty());
        take(queue);
        queue.claimAhead("");
        queue.claimAhead("");
        assertEquals(2, requests.claimed(id).size());
        assertEquals(4, queue.left());
    }

    @Test
    void aRecipientThatIsReleasedOpenIsTheNextAgain() {
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.empty());
        queue.release(take(queue));
        assertEquals("a", take(queue).recipient().user());
    }

    @Test
    void aClaimThatWasReleasedIsNotUsed() {
        RecipientQueue queue = new RecipientQueue(requests, fresh(), Optional.empty());
        RecipientState a = take(queue);
        queue.release(a);
        assertThrows(IllegalStateException.class, () -> queue.claimOn(a));
        assertTrue(requests.claimed(id).isEmpty());
    }

    private static RecipientState take(RecipientQueue queue) {
        return queue.poll().orElseThrow();
    }

    private static Optional<RecipientState> next(RecipientQueue queue) {
        queue.current().ifPresent(queue::release);
        return queue.poll();
    }

    private void settled(RecipientQueue queue) {
        queue.refresh();
        queue.settled(queue.current().orElseThrow());
    }

    private void settle(int position, Outcome outcome) {
        settle(position, outcome, Instant.EPOCH);
    }

    private void settle(int position, Outcome outcome, Instant at) {
        requests.settle(
                new RecipientId(id, position),
                new OutcomeRecord(outcome, Optional.empty(), Optional.empty(), List.of(), at, Duration.ZERO));
    }

    private ProvisioningRequest fresh() {
        return requests.find(id).orElseThrow();
    }

    private static List<String> names(List<RecipientState> states) {
        return states.stream().map(state -> state.recipient().user()).toList();
    }

    private static List<Recipient> people(String... names) {
        return List.of(names).stream()
                .map(name -> new Recipient(name, "", "", ""))
                .toList();
    }
}
