package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.run.RunSnapshot;

/** Runs that are stopped in each phase, and what then holds. */
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
        bench.insertFor("anna");
        bench.choose(Choice.PROVISION);
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
        HeldStep options = HeldStep.of(bench.run, "options");
        bench.await(RunPhase.INSERT_DEVICE);
        bench.reader.insert(new FakeKey());
        bench.await(RunPhase.READY);
        bench.choose(Choice.PROVISION);
        options.await();
        bench.choose(Choice.STOP);
        options.goOn();
        bench.ended();
        assertEquals(List.of(Outcome.PROVISIONED, Outcome.PENDING), bench.outcomes());
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
        assertEquals("ended", bench.events().getLast());
    }

    @Test
    void stoppedWhileTheLastOneIsWorkedOnEndsCompleted() {
        bench.start("anna");
        HeldStep options = HeldStep.of(bench.run, "options");
        bench.insertFor("anna");
        bench.choose(Choice.PROVISION);
        options.await();
        bench.choose(Choice.STOP);
        options.goOn();
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
    void aRequestIsRunByOneAtATime() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE);
        SilentPrompts prompts = new SilentPrompts();
        RunRefusedException refused = assertThrows(
                RunRefusedException.class, () -> bench.station.startManual(bench.request, "", prompts, prompts, bench));
        assertTrue(refused.problem().is(RunProblem.REQUEST_IN_USE));
    }

    @Test
    void whoFollowsAnEndedRunHearsHowItStands() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE);
        bench.choose(Choice.STOP).ended();
        CountDownLatch heard = new CountDownLatch(1);
        bench.run.addListener(new RunListener() {
            @Override
            public void changed(RunSnapshot snapshot) {
                heard.countDown();
            }

            @Override
            public void happened(RunEvent event) {
                throw new AssertionError(event);
            }
        });
        HeldStep.awaitOpen(heard);
    }

    private void assertStopped(Outcome... outcomes) {
        bench.choose(Choice.STOP).ended();
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(RunProblem.STOPPED));
        assertEquals(List.of(outcomes), bench.outcomes());
        assertEquals("ended", bench.events().getLast());
        assertEquals(List.of(), bench.store.requests.claimed(bench.request));
        assertFalse(bench.directory.calls.contains(Call.DELETE));
    }
}
