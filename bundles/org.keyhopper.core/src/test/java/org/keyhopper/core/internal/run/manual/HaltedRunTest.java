package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.Killed;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;

/** Runs that end before everybody had a turn because something is at fault. */
class HaltedRunTest {

    private final RunBench bench = new RunBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aSignInThatFailsHaltsWithItsReason() {
        bench.connector.answer(Answer.failed(Problem.of(DirectoryProblem.SIGN_IN_REFUSED)));
        bench.start("anna").ended();
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(DirectoryProblem.SIGN_IN_REFUSED));
        assertEquals(List.of("ended"), bench.events());
        assertEquals(List.of(), bench.store.requests.claimed(bench.request));
    }

    @Test
    void aConnectorAtFaultHaltsTheRun() {
        bench.connector.throwOnConnect();
        bench.start("anna").ended();
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(RunProblem.INTERNAL_FAULT));
    }

    @Test
    void aStoreThatFailsInTheCeremonyHaltsTheRunAndLeavesThePersonUnclear() {
        bench.start("anna", "bert");
        bench.store.journal.failAt(JournalPoint.MADE.name());
        bench.insertFor("anna");
        bench.choose(Choice.PROVISION);
        bench.ended();
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(RunProblem.STORE_FAILED));
        assertEquals(List.of(Outcome.UNCLEAR, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void aStoreThatFailsBeforeTheCeremonyHaltsTheRunWithThePersonPending() {
        bench.start("anna", "bert");
        bench.store.journal.failAt(JournalPoint.STARTED.name());
        bench.insertFor("anna");
        bench.choose(Choice.PROVISION);
        bench.ended();
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(RunProblem.STORE_FAILED));
        assertEquals(List.of(Outcome.PENDING, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void aStoreThatFailsWhileSkippingHaltsTheRunAndItEnds() {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE);
        bench.store.requests.breakDown();
        bench.choose(Choice.SKIP_USER).ended();
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(RunProblem.STORE_FAILED));
        assertTrue(bench.directory.closed);
    }

    @Test
    void aStoreThatFailsAfterALookUpHaltsTheRunInsteadOfHangingIt() {
        CountDownLatch gate = new CountDownLatch(1);
        bench.connector.waitFor(gate);
        bench.start("nobody", "bert");
        bench.store.requests.breakDown();
        gate.countDown();
        bench.ended();
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(RunProblem.STORE_FAILED));
    }

    @Test
    void aClaimLostWhileWaitingHaltsTheRunWithNothingChanged() {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE);
        bench.store.requests.forgetClaims();
        assertEquals(new Tally(2, 0, 0, 0, 2, 0), bench.choose(Choice.SKIP_USER).ended());
        assertClaimLost();
    }

    @Test
    void aClaimLostBeforeTheCeremonyHaltsTheRunWithNothingChanged() {
        bench.start("anna", "bert");
        FakeKey key = bench.insertFor("anna");
        bench.store.requests.forgetClaims();
        assertEquals(new Tally(2, 0, 0, 0, 2, 0), bench.choose(Choice.PROVISION).ended());
        assertClaimLost();
        assertTrue(key.isBlank());
        assertTrue(bench.directory.pending.isEmpty());
    }

    @Test
    void aClaimLostInTheCeremonyHaltsTheRunAndNobodyElseIsBegun() {
        bench.start("anna", "bert");
        bench.store.journal.beforeWriting(JournalPoint.REGISTERED.name(), bench.store.requests::forgetClaims);
        FakeKey key = bench.insertFor("anna");
        assertEquals(new Tally(2, 0, 0, 0, 1, 1), bench.choose(Choice.PROVISION).ended());
        assertClaimLost();
        assertTrue(key.isBlank());
        assertTrue(bench.directory.passkeys.isEmpty());
    }

    private void assertClaimLost() {
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
        Problem notice = bench.run.snapshot().notice().orElseThrow();
        assertTrue(notice.is(RunProblem.CLAIM_LOST), notice::toString);
        assertEquals(List.of(bench.request.value()), notice.arguments());
        assertFalse(bench.events().contains("turn bert"));
    }

    @Test
    void aRunThatDiesInTheMiddleOfACeremonyLetsItComeToItsEnd() {
        CountDownLatch closedTooEarly = new CountDownLatch(1);
        bench.directory.beforeComplete = () -> {
            // Long enough for a run that does not wait to close the directory; one that waits never does.
            Deadline limit = Deadline.in(Duration.ofMillis(200));
            while (!limit.hasPassed()) {
                if (bench.directory.closed) {
                    closedTooEarly.countDown();
                }
                Thread.onSpinWait();
            }
        };
        bench.start("anna", "bert");
        bench.run.addListener(new RunListener() {
            @Override
            public void changed(RunSnapshot snapshot) {
                // Only steps matter.
            }

            @Override
            public void happened(RunEvent event) {
                if (event instanceof RunEvent.StepDone done && done.step() == CeremonyStep.CHECK) {
                    throw new Killed("the run's thread");
                }
            }
        });
        bench.insertFor("anna");
        bench.choose(Choice.PROVISION);
        assertEquals(new Tally(2, 1, 0, 0, 1, 0), bench.endedByItself());
        assertTrue(bench.directory.closed);
        assertEquals(1, closedTooEarly.getCount());
        assertEquals(1, bench.directory.passkeys.size());
    }
}
