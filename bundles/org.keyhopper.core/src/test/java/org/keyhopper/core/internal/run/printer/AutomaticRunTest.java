package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot.TrayCounts;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefusedException;

@Execution(ExecutionMode.CONCURRENT)
class AutomaticRunTest {

    private final AutomaticBench bench = new AutomaticBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everybodyGetsOneCardAndEveryCardIsInTheOutput() {
        bench.first.load(4);
        bench.start("anna", "bert", "cleo");
        assertEquals(new Tally(3, 3, 0, 0, 0, 0), bench.ended());
        assertEquals(AutomaticPhase.COMPLETED, bench.run.snapshot().phase());
        assertEquals(3, bench.first.output.size());
        assertEquals(1, bench.first.hopper.size());
        assertEquals(new TrayCounts(3, 0, 0, 0), bench.printer().trays());
        assertEquals(PrinterPhase.DONE, bench.printer().phase());
        assertTrue(bench.directory.closed);
        assertEquals(List.of(), bench.store.requests.claimed(bench.request));
        bench.assertEachCardHoldsOne();
    }

    @Test
    void theReaderIsLearnedWithTheFirstCardAndKept() {
        bench.first.load(1);
        bench.start("anna").ended();
        assertEquals(
                "Reader A",
                bench.store
                        .bindings
                        .find("Fake first-1", Encoder.CONTACT)
                        .orElseThrow()
                        .reader());
        assertEquals("Reader A", bench.printer().reader().orElseThrow());
    }

    @Test
    void anEmptyHopperIsAPauseAndNobodyFails() {
        bench.first.load(1);
        bench.start("anna", "bert").await(PrinterPhase.NEEDS_OPERATOR);
        assertTrue(bench.printer().notice().orElseThrow().is(PrinterProblem.HOPPER_EMPTY));
        assertEquals(
                Set.of(PrinterChoice.CONTINUE, PrinterChoice.GIVE_UP),
                bench.printer().choices());
        bench.first.load(1);
        bench.choose(PrinterChoice.CONTINUE);
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(1, bench.events(RunEvent.PrinterGoesOn.class).size());
    }

    @Test
    void allRecipientsWhoseTurnIsStillToComeAreShown() {
        String[] people = IntStream.rangeClosed(1, 40).mapToObj(i -> "p" + i).toArray(String[]::new);
        bench.directory.with(people);
        bench.start(people).await(PrinterPhase.NEEDS_OPERATOR);
        assertEquals(people.length - 1, bench.run.snapshot().next().size());
    }

    @Test
    void stoppingAtAnEmptyHopperLeavesTheRestPending() {
        bench.start("anna", "bert").await(PrinterPhase.NEEDS_OPERATOR);
        bench.choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
        assertEquals(new Tally(2, 0, 0, 0, 2, 0), bench.ended());
        assertEquals(AutomaticPhase.HALTED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(RunProblem.STOPPED));
    }

    @Test
    void somebodyTheDirectoryDoesNotKnowTakesNoCard() {
        bench.first.load(1);
        bench.start("nobody", "anna");
        assertEquals(new Tally(2, 1, 1, 0, 0, 0), bench.ended());
        assertEquals(1, bench.first.output.size());
        assertTrue(bench.first.rejected.isEmpty());
    }

    @Test
    void aProblemOfTheWholeDirectoryHaltsAndTheRestStaysPending() {
        bench.first.load(3);
        bench.directory.failingAt(Call.COMPLETE, Mishap.REFUSED).refusal = Problem.of(DirectoryProblem.METHOD_DISABLED);
        bench.start("anna", "bert", "cleo");
        assertEquals(new Tally(3, 0, 1, 0, 2, 0), bench.ended());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(DirectoryProblem.METHOD_DISABLED));
        assertEquals(1, bench.first.rejected.size());
    }

    @Test
    void twoPrintersLearnTheirOwnReaders() {
        bench.first.load(6);
        bench.second.load(6);
        bench.start(List.of(bench.first, bench.second), "anna", "bert", "cleo", "dora", "emil", "fred");
        assertEquals(new Tally(6, 6, 0, 0, 0, 0), bench.ended());
        bench.store
                .bindings
                .list()
                .forEach(binding ->
                        assertEquals(binding.printer().contains("first") ? "Reader A" : "Reader B", binding.reader()));
        assertEquals(6, bench.directory.passkeys.size());
    }

    @Test
    void pausedNoFurtherCardIsTakenUntilItGoesOn() {
        bench.first.load(2);
        bench.directory.beforeComplete = () -> bench.run.choose(AutomaticChoice.PAUSE);
        bench.start("anna", "bert").await(snapshot -> snapshot.tally().provisioned() == 1, "anna");
        bench.await(snapshot -> snapshot.printers().getFirst().current().isEmpty(), "no current recipient");
        assertEquals(AutomaticPhase.PAUSED, bench.run.snapshot().phase());
        assertEquals(1, bench.first.hopper.size());
        bench.directory.beforeComplete = () -> {};
        bench.choose(AutomaticChoice.CONTINUE);
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
    }

    @Test
    void stoppedTheCardInHandIsFinishedAndTheRestStaysPending() {
        bench.first.load(3);
        bench.directory.beforeComplete = () -> bench.run.choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
        bench.start("anna", "bert", "cleo");
        assertEquals(new Tally(3, 1, 0, 0, 2, 0), bench.ended());
        assertEquals(1, bench.first.output.size());
        assertEquals(AutomaticPhase.HALTED, bench.run.snapshot().phase());
    }

    @Test
    void aPasskeyThatIsNotReadBackLeavesNobodyProvisioned() {
        bench.first.load(1);
        bench.directory.failingAt(Call.READ_BACK, Mishap.REFUSED);
        bench.start("anna");
        Tally tally = bench.ended();
        assertEquals(0, tally.provisioned());
        assertEquals(1, tally.unclear());
        assertEquals(
                CardLocation.OUTPUT_TRAY,
                bench.run.snapshot().attempts().getFirst().card());
        assertEquals(new TrayCounts(0, 0, 1, 0), bench.printer().trays());
        assertTrue(bench.directory.passkeys.isEmpty());
    }

    @Test
    void aProfileThatNeedsAPersonIsRefused() {
        bench.profile = CeremonyBench.with(new PinRule.Entered());
        RunRefusedException refused =
                assertThrows(RunRefusedException.class, () -> bench.order(List.of(bench.first), "anna"));
        assertTrue(refused.problem().is(RunProblem.PIN_RULE_NEEDS_PERSON));
    }
}
