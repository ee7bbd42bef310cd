package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;

/** A manual run while the directory is out. */
class OutageTest {

    private final RunBench bench = new RunBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "NO_ANSWER", "THROTTLED", "SERVER_ERROR"})
    void aLookUpInAnOutagePausesTheRunWhichGoesOnByItself(DirectoryProblem outage) {
        bench.directory.unfindable("anna", Problem.of(outage, "503"));
        bench.start("anna", "bert");
        Problem notice = bench.await(RunPhase.DIRECTORY_OUT, "anna").notice().orElseThrow();
        assertEquals(outage.id(), notice.arguments().getFirst());
        assertEquals(List.of(Outcome.PENDING, Outcome.PENDING), bench.outcomes());
        bench.directory.recover();
        assertTrue(bench.await(RunPhase.INSERT_DEVICE, "anna").notice().isEmpty());
        assertEquals(List.of(Outcome.PENDING, Outcome.PENDING), bench.outcomes());
        assertTrue(bench.events().containsAll(List.of("directory out", "directory back")));
    }

    @Test
    void anOutageWhileOptionsAreFetchedKeepsTheDeviceAndTheRecipient() {
        bench.start("anna");
        bench.insertFor("anna");
        bench.directory.refusal = Problem.of(DirectoryProblem.SERVER_ERROR, "503");
        bench.directory.failingAt(Call.BEGIN, Mishap.REFUSED);
        bench.choose(Choice.PROVISION);
        bench.await(
                run -> run.phase() == RunPhase.WORKING
                        && run.notice()
                                .filter(notice -> notice.is(RunProblem.DIRECTORY_OUT))
                                .isPresent(),
                "the notice of the outage");
        bench.directory.recover();
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
        assertEquals(1, bench.store.journal.ceremoniesOf(bench.request).size());
    }

    @Test
    void aRunStoppedWhileOptionsAreFetchedInAnOutageLeavesTheRecipientPending() {
        bench.start("anna", "bert");
        bench.insertFor("anna");
        bench.directory.refusal = Problem.of(DirectoryProblem.SERVER_ERROR, "503");
        bench.directory.failingAt(Call.BEGIN, Mishap.REFUSED);
        bench.choose(Choice.PROVISION);
        bench.await(run -> run.notice().isPresent() && run.phase() == RunPhase.WORKING, "the notice of the outage");
        bench.choose(Choice.STOP);
        assertEquals(new Tally(2, 0, 0, 0, 2, 0), bench.ended());
        assertTrue(bench.events().stream().noneMatch(event -> event.startsWith("settled")));
    }

    @Test
    void anOutageAtThePolicyCheckIsWaitedForToo() {
        bench.start("anna");
        bench.insertFor("anna");
        bench.directory.refusal = Problem.of(DirectoryProblem.UNREACHABLE, "host");
        bench.directory.failingAt(Call.ELIGIBILITY, Mishap.REFUSED);
        bench.choose(Choice.PROVISION);
        bench.await(run -> run.notice().isPresent() && run.phase() == RunPhase.WORKING, "the notice of the outage");
        bench.directory.recover();
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
    }
}
