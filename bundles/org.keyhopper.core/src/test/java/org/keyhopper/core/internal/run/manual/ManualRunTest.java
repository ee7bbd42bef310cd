package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunMoment;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;

class ManualRunTest {

    private final RunBench bench = new RunBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void threePeopleAreProvisionedOneAfterTheOther() {
        bench.start("anna", "bert", "cleo");
        FakeKey first = bench.insertFor("anna");
        bench.provision();
        FakeKey second = bench.change(first, "bert");
        bench.provision();
        bench.change(second, "cleo");
        bench.choose(Choice.PROVISION);
        assertEquals(new Tally(3, 3, 0, 0, 0, 0), bench.ended());
        assertEquals(RunPhase.COMPLETED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().current().isEmpty());
        assertEquals(
                ProvisioningRequest.State.COMPLETED,
                bench.run.snapshot().request().state());
        assertTrue(bench.directory.closed);
        assertEquals(List.of(), bench.store.requests.claimed(bench.request));
    }

    @Test
    void allRecipientsWhoseTurnIsStillToComeAreShown() {
        bench.start("anna", "bert", "cleo", "dora", "emil", "finn", "gerd", "hans");
        bench.insertFor("anna");
        assertEquals(7, bench.run.snapshot().next().size());
    }

    @Test
    void eventsComeInTheirOrder() {
        bench.start("anna", "bert");
        FakeKey first = bench.insertFor("anna");
        bench.provision();
        bench.change(first, "bert");
        bench.choose(Choice.PROVISION);
        bench.ended();
        List<String> expected = new ArrayList<>(List.of("turn anna", "waiting INSERT"));
        List<String> steps =
                RunBench.steps("identify", "check", "pin", "options", "create", "verify", "register", "prove");
        expected.addAll(steps);
        expected.addAll(List.of("settled anna PROVISIONED", "waiting REMOVE", "turn bert", "waiting INSERT"));
        expected.addAll(steps);
        expected.addAll(List.of("settled bert PROVISIONED", "ended"));
        assertEquals(expected, bench.events());
    }

    @Test
    void somebodyUnknownOrDisabledFailsAtOnceWithoutADevice() {
        bench.directory.disable("bert");
        bench.start("nobody", "bert", "anna").await(RunPhase.INSERT_DEVICE, "anna");
        assertEquals(List.of(Outcome.FAILED, Outcome.FAILED, Outcome.PENDING), bench.outcomes());
        assertTrue(bench.problemOf(1).is(DirectoryProblem.USER_NOT_FOUND));
        assertTrue(bench.problemOf(2).is(DirectoryProblem.USER_DISABLED));
    }

    /** A stored id that belongs to another account than the one that was imported. */
    @Test
    void anotherAccountThanTheImportedOneGetsNoDevice() {
        List<Recipient> people = List.of(
                new Recipient("anna", "anna", "", "", "id-bert"), new Recipient("bert", "bert", "", "", "id-bert"));
        bench.request = bench.store
                .requests
                .create("Spring", "entra", RunBench.PROFILE, people)
                .id();
        bench.again().await(RunPhase.INSERT_DEVICE, "bert");
        assertEquals(List.of(Outcome.FAILED, Outcome.PENDING), bench.outcomes());
        assertTrue(bench.problemOf(1).is(RunProblem.OTHER_ACCOUNT));
        assertEquals(List.of("anna", "bert"), bench.problemOf(1).arguments());
    }

    @Test
    void aProblemOfTheWholeDirectoryHaltsTheRunAndTheRestStaysPending() {
        bench.start("anna", "bert");
        bench.insertFor("anna");
        bench.directory.failingAt(Call.BEGIN, Mishap.REFUSED).refusal = Problem.of(DirectoryProblem.METHOD_DISABLED);
        bench.choose(Choice.PROVISION);
        bench.ended();
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(DirectoryProblem.METHOD_DISABLED));
        assertEquals(List.of(Outcome.FAILED, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void aRunStoppedWhileTheDirectoryCannotBeReachedLeavesEverybodyPending() {
        bench.directory.unfindable("anna", Problem.of(DirectoryProblem.UNREACHABLE));
        bench.start("anna", "bert").await(RunPhase.DIRECTORY_OUT, "anna");
        bench.choose(Choice.STOP);
        assertEquals(new Tally(2, 0, 0, 0, 2, 0), bench.ended());
        assertEquals(List.of(Outcome.PENDING, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void aLookUpAheadThatFailedIsDoneAgainWhenTheTurnComes() {
        bench.directory.unfindable("bert", Problem.of(DirectoryProblem.UNREACHABLE));
        bench.start("anna", "bert").await(RunPhase.INSERT_DEVICE, "anna");
        bench.directory.recover();
        bench.choose(Choice.SKIP_USER).await(RunPhase.INSERT_DEVICE, "bert");
    }

    @Test
    void aFaultOfTheConnectorInALookUpFailsOnlyThatPerson() {
        bench.directory.failingAt(Call.FIND, Mishap.FAULT);
        bench.start("anna");
        bench.ended();
        assertEquals(List.of(Outcome.FAILED), bench.outcomes());
        assertTrue(bench.problemOf(1).is(RunProblem.INTERNAL_FAULT));
    }

    @Test
    void aChoiceThatThePhaseDoesNotOfferIsIgnored() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE);
        bench.choose(Choice.PROVISION).choose(Choice.RESET_AND_PROVISION).choose(Choice.FAIL_USER);
        bench.insertFor("anna");
        assertEquals(List.of(Outcome.PENDING), bench.outcomes());
    }

    @Test
    void aSecondClickOnSkipDoesNotSkipTheNextPersonToo() {
        RunMoment anna = bench.start("anna", "bert")
                .await(RunPhase.INSERT_DEVICE, "anna")
                .moment();
        bench.run.choose(Choice.SKIP_USER, anna);
        bench.await(RunPhase.INSERT_DEVICE, "bert");
        bench.run.choose(Choice.SKIP_USER, anna);
        bench.insertFor("bert");
        assertEquals(List.of(Outcome.SKIPPED, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void aFailedPersonCanTryAnotherDeviceAtOnce() {
        bench.start("anna", "bert");
        FakeKey bad = bench.insertFor("anna");
        bad.troubledBy(Act.MAKE, Trouble.REFUSED);
        bench.choose(Choice.PROVISION).await(RunPhase.REMOVE_FAILED);
        assertEquals(Outcome.FAILED, bench.outcomes().getFirst());
        bench.choose(Choice.TRY_NEW_DEVICE).await(RunPhase.REMOVE_DEVICE, "anna");
        assertEquals(Outcome.PENDING, bench.outcomes().getFirst());
        bench.reader.remove(bad);
        bench.insertFor("anna");
        bench.choose(Choice.PROVISION).await(RunPhase.REMOVE_PROVISIONED);
        assertEquals(Outcome.PROVISIONED, bench.outcomes().getFirst());
        assertEquals(1, bench.run.snapshot().justDone().size());
    }

    @Test
    void anUnclearPersonGetsNoOtherDeviceBeforeReconciling() {
        bench.start("anna", "bert");
        FakeKey lost = bench.insertFor("anna");
        lost.troubledBy(Act.MAKE, Trouble.LOST_AFTER);
        bench.choose(Choice.PROVISION);
        RunSnapshot failed = bench.await(RunPhase.DEVICE_PULLED);
        assertEquals(Outcome.UNCLEAR, bench.outcomes().getFirst());
        assertEquals(Set.of(Choice.RECONCILE, Choice.SET_ASIDE, Choice.STOP), failed.choices());
        bench.choose(Choice.TRY_NEW_DEVICE).choose(Choice.TRY_AGAIN);
        bench.reader.remove(lost);
        bench.choose(Choice.SET_ASIDE);
        bench.await(RunPhase.INSERT_DEVICE, "bert");
        assertEquals(Outcome.UNCLEAR, bench.outcomes().getFirst());
    }

    @Test
    void failedRecipientsAreAttemptedAgainAndProvisionedOrSkippedOnesAreNot() {
        bench.directory.unfindable("bert", Problem.of(DirectoryProblem.USER_NOT_FOUND));
        bench.start("anna", "bert", "cleo");
        FakeKey key = bench.insertFor("anna");
        bench.provision();
        bench.reader.remove(key);
        bench.await(RunPhase.INSERT_DEVICE, "cleo");
        bench.choose(Choice.SKIP_USER).ended();
        assertEquals(List.of(Outcome.PROVISIONED, Outcome.FAILED, Outcome.SKIPPED), bench.outcomes());
        bench.directory.recover();
        bench.again().await(RunPhase.INSERT_DEVICE, "bert");
        bench.insertFor("bert");
        bench.choose(Choice.PROVISION);
        assertEquals(new Tally(3, 2, 0, 1, 0, 0), bench.ended());
    }

    @Test
    void whoeverFailedBeforeAndWasNotAttemptedAgainIsNotTakenForSettled() {
        bench.directory.unfindable("anna", Problem.of(DirectoryProblem.USER_NOT_FOUND));
        bench.start("anna").ended();
        bench.directory.recover();
        bench.again().await(RunPhase.INSERT_DEVICE, "anna");
        bench.choose(Choice.STOP).ended();
        assertEquals(RunPhase.HALTED, bench.run.snapshot().phase());
    }

    @Test
    void aFollowerThatThrowsStopsNothing() {
        bench.start("anna");
        bench.run.addListener(new RunListener() {
            @Override
            public void changed(RunSnapshot snapshot) {
                throw new IllegalStateException("a follower at fault");
            }

            @Override
            public void happened(RunEvent event) {
                throw new IllegalStateException("a follower at fault");
            }
        });
        bench.insertFor("anna");
        bench.choose(Choice.PROVISION);
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
    }

    @Test
    void aConnectorThatVanishesDoesNotDisturbTheRun() {
        bench.start("anna").await(RunPhase.INSERT_DEVICE);
        bench.station.remove(bench.connector);
        bench.insertFor("anna");
        bench.choose(Choice.PROVISION);
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
    }
}
