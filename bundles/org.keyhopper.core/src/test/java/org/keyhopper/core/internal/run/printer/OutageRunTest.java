package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticOrder.Resumption.ByPrinter;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;

/** A run through printers while the directory is out. */
class OutageRunTest {

    private final AutomaticBench bench = new AutomaticBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private void outageAt(Call call) {
        bench.directory.refusal = Problem.of(DirectoryProblem.SERVER_ERROR, "503");
        bench.directory.failingAt(call, Mishap.REFUSED);
    }

    private void awaitOutage() {
        bench.await(run -> run.phase() == AutomaticPhase.DIRECTORY_OUT, "the outage");
    }

    @Test
    void anOutageAtLookUpsPausesTheRunWhichGoesOnByItself() {
        outageAt(Call.FIND);
        bench.first.load(2);
        bench.start("anna", "bert");
        awaitOutage();
        assertEquals(
                Set.of(AutomaticChoice.STOP_AFTER_THIS_CARD),
                bench.run.snapshot().choices());
        assertEquals(List.of(Outcome.PENDING, Outcome.PENDING), bench.outcomes());
        bench.directory.recover();
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(2, bench.store.journal.ceremoniesOf(bench.request).size());
        assertTrue(bench.run.snapshot().notice().isEmpty());
        assertTrue(bench.events(RunEvent.DirectoryBack.class).size() > 0);
    }

    @Test
    void anOutageWhileOptionsAreFetchedKeepsTheCardAtTheEncoder() {
        outageAt(Call.BEGIN);
        bench.first.load(2);
        bench.start("anna", "bert");
        awaitOutage();
        bench.directory.recover();
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(2, bench.first.output.size());
        assertEquals(0, bench.first.rejected.size());
    }

    @Test
    void aRunStoppedInAnOutageLeavesEverybodyPending() {
        outageAt(Call.BEGIN);
        bench.first.load(2);
        bench.start("anna", "bert");
        awaitOutage();
        bench.choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
        assertEquals(new Tally(2, 0, 0, 0, 2, 0), bench.ended());
        assertTrue(bench.events(RunEvent.Settled.class).isEmpty());
    }

    @Test
    void withoutAnOperatorAnOutageThatLastsTooLongEndsTheRunWithEverybodyPending() {
        bench.resumption = ByPrinter.within(Duration.ofMillis(200));
        outageAt(Call.FIND);
        bench.first.load(2);
        bench.start("anna", "bert");
        assertEquals(new Tally(2, 0, 0, 0, 2, 0), bench.ended());
        assertEquals(AutomaticPhase.HALTED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(DirectoryProblem.SERVER_ERROR));
    }
}
