package org.keyhopper.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.Killed;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefused;
import org.keyhopper.core.run.RunSnapshot;

/** How runs end before everybody had a turn: stopped in each phase, halted, at fault. */
class StoppingTest {

    private final RunBench bench = new RunBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void stoppedWhileADeviceIsWaitedFor() {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE);
        assertStopped(Outcome.PENDING, Outcome.PENDING);
    }

    @Test
    void stoppedWhileReady() {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE);
        FakeKey key = new FakeKey();
        bench.reader.insert(key);
        bench.await(RunPhase.READY);
        assertStopped(Outcome.PENDING, Outcome.PENDING);
        assertTrue(key.isBlank());
    }

    @Test
    void stoppedAtAnAlreadyProvisionedDevice() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE);
        bench.reader.insert(FakeKey.withPin("4711"));
        bench.await(RunPhase.ALREADY_PROVISIONED);
        assertStopped(Outcome.PENDING);
    }

    @Test
    void stoppedWhileTheDeviceIsToBeTakenOut() {
        bench.start("anna", "bert");
        provisionAnna();
        bench.await(RunPhase.REMOVE_PROVISIONED);
        assertStopped(Outcome.PROVISIONED, Outcome.PENDING);
    }

    @Test
    void stoppedWhileAnUnwantedDeviceIsToBeTakenOut() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE);
        bench.reader.insert(FakeKey.withPin("4711"));
        bench.await(RunPhase.ALREADY_PROVISIONED);
        bench.choose(Choice.TRY_NEW_DEVICE).await(RunPhase.REMOVE_DEVICE);
        assertStopped(Outcome.PENDING);
    }

    @Test
    void stoppedInTheMiddleOfACeremonyWhichComesToItsEndFirst() {
        bench.start(CeremonyBench.with(new PinRule.Random(6)), "anna", "bert");
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        bench.run.follow(onStep("options", reached, goOn));
        bench.await(RunPhase.INSERT_DEVICE);
        bench.reader.insert(new FakeKey());
        bench.await(RunPhase.READY);
        bench.choose(Choice.PROVISION);
        awaitOpen(reached);
        bench.choose(Choice.STOP);
        goOn.countDown();
        bench.ended();
        assertEquals(List.of(Outcome.PROVISIONED, Outcome.PENDING), bench.outcomes());
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
        assertEquals("ended", bench.events().getLast());
    }

    @Test
    void stoppedWhileAKeyWaitsForATouchEndsAtOnce() {
        FakeKey key = awaitTouch();
        bench.choose(Choice.STOP).ended();
        assertInterrupted(key, RunProblem.STOPPED);
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
        assertEquals(List.of(Outcome.UNCLEAR, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void skippedWhileAKeyWaitsForATouchTheRunGoesOnWithTheNextPerson() {
        FakeKey key = awaitTouch();
        bench.choose(Choice.SKIP_USER).await(RunPhase.REMOVE_FAILED, "anna");
        assertInterrupted(key, RunProblem.SKIPPED);
        bench.reader.remove(key);
        bench.await(RunPhase.INSERT_DEVICE, "bert");
    }

    @Test
    void skippedWhileAKeyIsToBeTakenOutNothingIsLeftBehind() {
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE);
        bench.reader.insert(FakeKey.usb("1"), "Port 1");
        bench.await(RunPhase.ALREADY_PROVISIONED);
        bench.choose(Choice.RESET_AND_PROVISION);
        bench.await(snapshot -> snapshot.instruction() instanceof Instruction.TakeOut, "take out");
        bench.choose(Choice.SKIP_USER).await(RunPhase.REMOVE_FAILED, "anna");
        assertEquals(List.of(Outcome.SKIPPED, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void nobodyIsSkippedWhileTheDeviceWorksByItself() {
        bench.start("anna");
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        bench.run.follow(onStep("options", reached, goOn));
        provisionAnna();
        awaitOpen(reached);
        bench.choose(Choice.SKIP_USER);
        goOn.countDown();
        bench.ended();
        assertEquals(List.of(Outcome.PROVISIONED), bench.outcomes());
    }

    private FakeKey awaitTouch() {
        FakeKey key = FakeKey.newUsb("1");
        key.waitsForTouch = true;
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE);
        bench.reader.insert(key, "Port 1");
        bench.await(RunPhase.READY);
        bench.choose(Choice.PROVISION);
        bench.await(snapshot -> snapshot.instruction() instanceof Instruction.Touch, "touch");
        return key;
    }

    /** The PIN cannot be taken away from a key by itself, so that something is left. */
    private void assertInterrupted(FakeKey key, RunProblem reason) {
        OutcomeRecord last = bench.store
                .requests
                .find(bench.request)
                .orElseThrow()
                .recipients()
                .getFirst()
                .last()
                .orElseThrow();
        assertTrue(last.problem().orElseThrow().is(reason));
        assertEquals(Outcome.UNCLEAR, last.outcome());
        assertTrue(key.credentials.isEmpty());
        assertEquals(1, key.finger.calledOff());
        assertTrue(bench.directory.passkeys.isEmpty());
    }

    @Test
    void stoppedWhileTheLastOneIsWorkedOnEndsCompleted() {
        bench.start("anna");
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        bench.run.follow(onStep("options", reached, goOn));
        provisionAnna();
        awaitOpen(reached);
        bench.choose(Choice.STOP);
        goOn.countDown();
        bench.ended();
        assertEquals(RunPhase.COMPLETED, bench.run.snapshot().phase());
    }

    @Test
    void stoppedWhileSigningInEndsAtOnceAndALateDirectoryIsClosed() {
        CountDownLatch gate = new CountDownLatch(1);
        bench.connector.waitFor(gate);
        bench.start("anna").await(RunPhase.PREPARING);
        assertStopped(Outcome.PENDING);
        assertFalse(bench.directory.closed);
        gate.countDown();
        bench.awaitTrue(() -> bench.directory.closed, "the directory to be closed");
    }

    @Test
    void followersHearThePresentStateWhileSigningInTakesLong() {
        CountDownLatch gate = new CountDownLatch(1);
        bench.connector.waitFor(gate);
        bench.start("anna").await(RunPhase.PREPARING);
        gate.countDown();
        bench.await(RunPhase.INSERT_DEVICE);
    }

    @Test
    void aSignInThatFailsHaltsWithItsReason() {
        bench.connector.answer(Answer.failed(Problem.of(DirectoryProblem.SIGN_IN_REFUSED)));
        bench.start("anna").ended();
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(DirectoryProblem.SIGN_IN_REFUSED));
        assertEquals(List.of("ended"), bench.events());
        assertFalse(bench.store.requests.isLeased(bench.request));
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
        provisionAnna();
        bench.ended();
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(RunProblem.STORE_FAILED));
        assertEquals(List.of(Outcome.UNCLEAR, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void aStoreThatFailsBeforeTheCeremonyHaltsTheRunWithThePersonPending() {
        bench.start("anna", "bert");
        bench.store.journal.failAt(JournalPoint.STARTED.name());
        provisionAnna();
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
        bench.run.follow(new RunListener() {
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
        provisionAnna();
        assertEquals(new Tally(2, 1, 0, 0, 1, 0), bench.ended());
        assertTrue(bench.directory.closed);
        assertEquals(1, closedTooEarly.getCount());
        assertEquals(1, bench.directory.passkeys.size());
    }

    @Test
    void aRequestIsRunByOneAtATime() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE);
        SilentPrompts prompts = new SilentPrompts();
        RunRefused refused = assertThrows(
                RunRefused.class, () -> bench.station.startManual(bench.request, "", prompts, prompts, bench));
        assertTrue(refused.problem().is(RunProblem.REQUEST_IN_USE));
    }

    @Test
    void whoFollowsAnEndedRunHearsHowItStands() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE);
        bench.choose(Choice.STOP).ended();
        CountDownLatch heard = new CountDownLatch(1);
        bench.run.follow(new RunListener() {
            @Override
            public void changed(RunSnapshot snapshot) {
                heard.countDown();
            }

            @Override
            public void happened(RunEvent event) {
                throw new AssertionError(event);
            }
        });
        awaitOpen(heard);
    }

    private void provisionAnna() {
        bench.await(RunPhase.INSERT_DEVICE, "anna");
        bench.reader.insert(new FakeKey());
        bench.await(RunPhase.READY, "anna");
        bench.choose(Choice.PROVISION);
    }

    private void assertStopped(Outcome... outcomes) {
        bench.choose(Choice.STOP).ended();
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(RunProblem.STOPPED));
        assertEquals(List.of(outcomes), bench.outcomes());
        assertEquals("ended", bench.events().getLast());
        assertFalse(bench.store.requests.isLeased(bench.request));
        assertFalse(bench.directory.calls.contains(Call.DELETE));
    }

    /** Holds up the run's thread, which hears of steps, when one is done. */
    private static RunListener onStep(String step, CountDownLatch reached, CountDownLatch goOn) {
        return new RunListener() {
            @Override
            public void changed(RunSnapshot snapshot) {
                // Only steps matter.
            }

            @Override
            public void happened(RunEvent event) {
                if (event instanceof RunEvent.StepDone done && done.step().id().equals(step)) {
                    reached.countDown();
                    awaitOpen(goOn);
                }
            }
        };
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
