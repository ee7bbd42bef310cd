package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.core.automatic.AutomaticOrder.Resumption.ByPrinter;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot.TrayCounts;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakePrinter.Move;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;

/** Printers that are in trouble during a run, or do not tell what they did. */
@Execution(ExecutionMode.CONCURRENT)
class PrinterTroubleRunTest {

    private final AutomaticBench bench = new AutomaticBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = PrinterProblem.class,
            names = {"JAM", "COVER_OPEN", "OFFLINE", "OUTPUT_FULL"})
    void anEjectThatFailsAfterGoodWorkLeavesThePersonProvisioned(PrinterProblem problem) {
        bench.first.load(2).failing(Move.EJECT, problem);
        bench.start("anna", "bert").await(PrinterPhase.NEEDS_OPERATOR);
        bench.await(snapshot -> snapshot.tally().provisioned() == 1, "anna provisioned");
        assertTrue(bench.printer().choices().contains(PrinterChoice.CARD_TAKEN_OUT));
        bench.choose(PrinterChoice.CONTINUE);
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(2, bench.first.output.size());
    }

    @Test
    void aGoodCardTakenOutByHandIsSaidToBeInTheHand() {
        bench.first.load(2).failing(Move.EJECT, PrinterProblem.JAM);
        bench.start("anna", "bert").await(PrinterPhase.NEEDS_OPERATOR);
        bench.first.takeOutByHand();
        bench.choose(PrinterChoice.CARD_TAKEN_OUT);
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(new TrayCounts(1, 0, 0, 1), bench.printer().trays());
        assertEquals(1, bench.first.takenByHand.size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Move.class,
            names = {"PRESENT", "EJECT"})
    void aMovementWithoutAnswerIsLookedUpAndNotRepeated(Move move) {
        bench.first.load(2).unanswered(move);
        bench.start("anna", "bert");
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(2, bench.first.output.size());
        bench.assertEachCardHoldsOne();
    }

    @Test
    void whereThePrinterCannotTellTheReaderDoes() {
        bench.store.bindings.put(bench.first.bindingTo("Reader A"));
        bench.first.load(2).unanswered(Move.EJECT);
        for (int i = 0; i < 30; i++) {
            bench.first.failing(Move.LOCATE, PrinterProblem.NO_ANSWER);
        }
        bench.start("anna", "bert");
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(2, bench.first.output.size());
        bench.assertEachCardHoldsOne();
    }

    @Test
    void aReaderThatNoticesLateDoesNotMakeTheNextCardTheOneThatLeft() {
        bench.store.bindings.put(bench.first.bindingTo("Reader A"));
        bench.first.lag = Duration.ofMillis(700);
        bench.first.load(3).unanswered(Move.EJECT).failing(Move.LOCATE, PrinterProblem.NO_ANSWER);
        bench.first.failing(Move.LOCATE, PrinterProblem.NO_ANSWER).failing(Move.LOCATE, PrinterProblem.NO_ANSWER);
        bench.first.failing(Move.LOCATE, PrinterProblem.NO_ANSWER).failing(Move.LOCATE, PrinterProblem.NO_ANSWER);
        bench.start("anna", "bert");
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(2, bench.first.output.size());
        assertEquals(1, bench.first.hopper.size());
        bench.assertEachCardHoldsOne();
    }

    @Test
    void aCardLeftInsideIsPutOutOfTheWayBeforeTheRun() {
        bench.first.leaveCardInside(new FakeKey());
        bench.first.load(1);
        bench.start("anna").await(PrinterPhase.NEEDS_OPERATOR);
        assertTrue(bench.printer().notice().orElseThrow().is(PrinterProblem.CARD_INSIDE));
        bench.choose(PrinterChoice.REJECT_CARD);
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
        assertEquals(1, bench.first.rejected.size());
    }

    @Test
    void withoutAPersonTroubleThatIsOverIsNoticed() {
        bench.resumption = ByPrinter.within(Duration.ofMinutes(1));
        bench.first.leaveCardInside(new FakeKey());
        bench.first.load(2).failing(Move.PRESENT, PrinterProblem.COVER_OPEN).failing(Move.EJECT, PrinterProblem.JAM);
        bench.start("anna", "bert");
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(2, bench.events(RunEvent.PrinterStopped.class).size());
        assertEquals(2, bench.events(RunEvent.PrinterGoesOn.class).size());
    }

    @Test
    void withoutAPersonAnErrorThatIsNotExplainedIsTriedAgainSoOftenAndNotMore() {
        bench.resumption = new ByPrinter(Duration.ofMinutes(5), 2);
        bench.first.load(3).failingAfter(1, Move.PRESENT, PrinterProblem.OTHER);
        for (int i = 0; i < 5; i++) {
            bench.first.failing(Move.PRESENT, PrinterProblem.OTHER);
        }
        bench.start("anna", "bert", "cleo");
        assertEquals(new Tally(3, 1, 0, 0, 2, 0), bench.ended());
        assertEquals(AutomaticPhase.HALTED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(PrinterProblem.OTHER));
        assertEquals(3, bench.first.left(Move.PRESENT));
    }

    @Test
    void triesCountAnewOnceThePrinterWorkedAgain() {
        bench.resumption = new ByPrinter(Duration.ofMinutes(5), 1);
        bench.first.load(2).failing(Move.PRESENT, PrinterProblem.OTHER).failing(Move.EJECT, PrinterProblem.OTHER);
        bench.start("anna", "bert");
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
    }

    @Test
    void withoutAPersonAnEmptyHopperIsWaitedForSoLongAndNotLonger() {
        bench.resumption = ByPrinter.within(Duration.ofSeconds(1));
        bench.first.load(1);
        bench.start("anna", "bert");
        assertEquals(new Tally(2, 1, 0, 0, 1, 0), bench.ended());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(PrinterProblem.HOPPER_EMPTY));
        assertEquals(PrinterPhase.OUT, bench.printer().phase());
    }

    @Test
    void aCardThatNobodyFindsIsNotLookedForWithoutEnd() {
        bench.resumption = new ByPrinter(Duration.ofMinutes(5), 2);
        bench.store.bindings.put(bench.first.bindingTo("Reader A"));
        bench.first.load(2).unanswered(Move.EJECT).silentAbout(PrinterProblem.NO_ANSWER);
        bench.start("anna", "bert");
        assertEquals(new Tally(2, 1, 0, 0, 1, 0), bench.ended());
        assertEquals(PrinterPhase.OUT, bench.printer().phase());
    }

    @Test
    void aBrokenPrinterIsOutAndTheRestStaysPending() {
        bench.first.load(3).failingAfter(1, Move.PRESENT, PrinterProblem.HARDWARE);
        bench.start("anna", "bert", "cleo");
        assertEquals(new Tally(3, 1, 0, 0, 2, 0), bench.ended());
        assertEquals(PrinterPhase.OUT, bench.printer().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(PrinterProblem.HARDWARE));
    }

    @Test
    void aDriverBuiltForAnotherApiHaltsTheRun() {
        bench.first.load(1).incompatible(Move.PRESENT);
        bench.start("anna");
        assertEquals(new Tally(1, 0, 0, 0, 1, 0), bench.ended());
        assertEquals(AutomaticPhase.HALTED, bench.run.snapshot().phase());
        assertTrue(bench.run.snapshot().notice().orElseThrow().is(RunProblem.INTERNAL_FAULT));
        assertEquals(PrinterPhase.OUT, bench.printer().phase());
    }

    @Test
    void whereOnePrinterBreaksTheOtherDoesTheRest() {
        bench.first.load(5).failingAfter(1, Move.PRESENT, PrinterProblem.HARDWARE);
        bench.second.load(6);
        bench.start(List.of(bench.first, bench.second), "anna", "bert", "cleo", "dora", "emil", "fred");
        assertEquals(new Tally(6, 6, 0, 0, 0, 0), bench.ended());
        assertEquals(AutomaticPhase.COMPLETED, bench.run.snapshot().phase());
        assertEquals(6, bench.first.output.size() + bench.second.output.size());
    }
}
