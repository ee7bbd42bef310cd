package org.keyhopper.ui.model.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.ui.model.automatic.AutomaticFixture.NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.ui.fakes.AutomaticSamples;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.QueuedExecutor;
import org.keyhopper.ui.model.manual.Cue;

class AutomaticPresenterTest {

    private final AutomaticFixture bench = new AutomaticFixture();

    @Test
    void withoutARequestItAsksForOne() {
        assertInstanceOf(
                AutomaticState.Idle.class, bench.presenter.states().get().screen());
        bench.presenter.prepare(new RequestId("gone"));
        assertInstanceOf(
                AutomaticState.Idle.class, bench.presenter.states().get().screen());
    }

    @Test
    void aRunUnderWayIsNotLeftForAnotherRequest() {
        bench.start();
        bench.presenter.prepare(new RequestId("R2"));
        assertEquals(Optional.of(bench.request.id()), bench.presenter.request());
        assertTrue(bench.presenter.isRunning());
    }

    @Test
    void twoClicksStartOneRun() {
        QueuedExecutor workers = new QueuedExecutor();
        AutomaticFixture later = new AutomaticFixture(workers.over(bench.station));
        later.presenter.prepare(later.request.id());
        workers.work();
        later.presenter.start(later.signIn);
        later.presenter.start(later.signIn);
        workers.work();
        assertEquals(1, bench.station.ordered.size());
        assertTrue(later.presenter.isRunning());
        assertInstanceOf(RunScreen.class, later.presenter.states().get().screen());
    }

    @Test
    void aRunThatCouldNotBeStartedIsStartedAnew() {
        bench.station.automatic = order -> {
            throw new StoreException("disk full");
        };
        bench.start();
        assertFalse(bench.presenter.isRunning());
        assertInstanceOf(SetupScreen.class, bench.presenter.states().get().screen());
        bench.station.automatic = order -> bench.run;
        bench.start();
        assertTrue(bench.presenter.isRunning());
    }

    @Test
    void anotherRequestIsNotTakenUpAfterTheStart() {
        QueuedExecutor workers = new QueuedExecutor();
        AutomaticFixture later = new AutomaticFixture(workers.over(bench.station));
        later.presenter.prepare(later.request.id());
        workers.work();
        later.presenter.prepare(new RequestId("R2"));
        later.presenter.start(later.signIn);
        workers.work();
        assertEquals(Optional.of(later.request.id()), later.presenter.request());
        assertTrue(later.presenter.isRunning());
    }

    @Test
    void aPrinterThatBeginsToWaitCallsOnce() {
        bench.start();
        bench.run.show(bench.trouble(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        bench.run.show(bench.trouble(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        assertEquals(List.of(Cue.ATTENTION), bench.cues);
        bench.work();
        bench.run.show(bench.trouble(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        assertEquals(List.of(Cue.ATTENTION, Cue.ATTENTION), bench.cues);
    }

    @Test
    void aFailureIsHeardAGoodCardIsNot() {
        bench.start();
        bench.run.happen(new RunEvent.Settled(
                Samples.state(bench.first.id(), bench.first.recipient(), Outcome.PROVISIONED, Optional.empty())));
        assertEquals(List.of(), bench.cues);
        bench.run.happen(new RunEvent.Settled(Samples.state(
                bench.first.id(),
                bench.first.recipient(),
                Outcome.FAILED,
                Optional.of(Problem.of(PrinterProblem.JAM)))));
        assertEquals(List.of(Cue.FAILED), bench.cues);
    }

    @Test
    void whatTheScreenDoesNotOfferIsIgnored() {
        bench.start();
        bench.work();
        bench.presenter.choose(0, PrinterChoice.CONTINUE);
        bench.presenter.choose(AutomaticAction.CONTINUE);
        bench.presenter.choose(3, PrinterChoice.GIVE_UP);
        assertEquals(List.of(), bench.run.chosen);
        bench.presenter.choose(AutomaticAction.PAUSE);
        assertEquals(List.of("PAUSE"), bench.run.chosen);
    }

    @Test
    void theFirstButtonPausesAndGoesOn() {
        bench.start();
        bench.work();
        assertEquals(AutomaticAction.PAUSE, bench.actions().getFirst());
        bench.run.show(AutomaticSamples.run(
                bench.request,
                AutomaticPhase.PAUSED,
                Set.of(AutomaticChoice.CONTINUE, AutomaticChoice.STOP_AFTER_THIS_CARD),
                AutomaticSamples.idle(NAME, PrinterPhase.WAITING)));
        assertEquals(AutomaticAction.CONTINUE, bench.actions().getFirst());
        assertEquals("Paused", bench.lane().status());
    }

    @Test
    void aBadCardAndTheNextForTheSamePersonAreTwoRows() {
        bench.start();
        List<PeopleRow> rows = bench.screen().people().stream()
                .filter(row -> row.text().contains("Gets another card."))
                .toList();
        assertFalse(rows.isEmpty());
        assertEquals(
                "Card rejected: printer.contact-failed. Gets another card.",
                rows.getFirst().text());
        assertTrue(bench.screen().people().stream()
                .anyMatch(row ->
                        row.name().equals(rows.getFirst().name()) && row.text().equals("Provisioned and proved")));
    }

    @Test
    void thoseWaitingAreShownUpToALimit() {
        bench.start();
        List<PeopleRow> rows = bench.screen().people();
        assertEquals("and 77 more", rows.getLast().name());
        assertEquals(1, rows.stream().filter(row -> row.text().equals("Next")).count());
    }

    @Test
    void progressCountsAndForesees() {
        bench.start();
        RunScreen.Progress progress = bench.screen().progress();
        assertEquals("11", progress.number());
        assertEquals("of 120 provisioned", progress.of());
        assertEquals(new RunScreen.Line("Pending", "107"), progress.counts().get(1));
        assertEquals(
                new RunScreen.Line("Seconds per card", "11.2"),
                progress.speeds().get(0));
        assertEquals(
                new RunScreen.Line("Cards per hour", "321"), progress.speeds().get(1));
    }

    @Test
    void theEndSaysWhereTheCardsAre() {
        bench.start();
        bench.run.show(AutomaticSamples.run(
                Samples.request("R1", 1, 2),
                AutomaticPhase.COMPLETED,
                Set.of(),
                AutomaticSamples.idle(NAME, PrinterPhase.DONE)));
        bench.run.end();
        assertEquals("1 of 1 provisioned.", bench.screen().end().orElseThrow().sentence());
        assertEquals(
                "11 cards are in the output tray. 2 are in the reject tray: do not hand them out.",
                bench.screen().end().orElseThrow().hint());
        assertEquals(List.of(AutomaticAction.VIEW_SUMMARY), bench.actions());
        assertEquals(List.of(Cue.DONE), bench.cues);
        assertFalse(bench.presenter.isRunning());
    }

    @Test
    void aHaltSaysWhyAndWhoIsLeft() {
        bench.start();
        bench.run.show(AutomaticSamples.with(
                AutomaticSamples.run(
                        bench.request, AutomaticPhase.HALTED, Set.of(), AutomaticSamples.idle(NAME, PrinterPhase.OUT)),
                Problem.of(PrinterProblem.HARDWARE, "7")));
        assertEquals("printer.hardware.", bench.screen().end().orElseThrow().sentence());
        assertTrue(bench.screen().end().orElseThrow().hint().contains("107 people stay pending."));
        assertTrue(bench.actions().contains(AutomaticAction.START_AGAIN));
    }

    @Test
    void switchingStopsFirstAndGoesOnByHandOnceItEnded() {
        bench.start();
        bench.work();
        List<RequestId> manual = new ArrayList<>();
        bench.presenter.switchToManual(manual::add);
        bench.presenter.switchToManual(manual::add);
        assertEquals(List.of("STOP_AFTER_THIS_CARD"), bench.run.chosen);
        assertFalse(bench.actions().contains(AutomaticAction.SWITCH_TO_MANUAL));
        assertEquals(List.of(), manual);
        bench.run.end();
        assertEquals(List.of(bench.request.id()), manual);
    }
}
