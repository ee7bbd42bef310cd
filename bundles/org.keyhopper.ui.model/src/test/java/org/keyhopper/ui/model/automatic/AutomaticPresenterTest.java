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
import org.keyhopper.ui.model.manual.ActionButton.Weight;
import org.keyhopper.ui.model.manual.Cue;

class AutomaticPresenterTest {

    private final AutomaticFixture fixture = new AutomaticFixture();

    @Test
    void asksForARequestFirst() {
        assertInstanceOf(
                AutomaticState.Idle.class, fixture.presenter.states().get().screen());
        fixture.presenter.prepare(new RequestId("gone"));
        assertInstanceOf(
                AutomaticState.Idle.class, fixture.presenter.states().get().screen());
    }

    @Test
    void runInProgressIsNotReplacedByAnotherRequest() {
        fixture.start();
        fixture.presenter.prepare(new RequestId("R2"));
        assertEquals(Optional.of(fixture.request.id()), fixture.presenter.request());
        assertTrue(fixture.presenter.isRunning());
    }

    @Test
    void secondClickStartsNoRun() {
        QueuedExecutor workers = new QueuedExecutor();
        AutomaticFixture later = new AutomaticFixture(workers.contextFor(fixture.station));
        later.presenter.prepare(later.request.id());
        workers.runAll();
        later.presenter.start(later.signIn);
        later.presenter.start(later.signIn);
        workers.runAll();
        assertEquals(1, fixture.station.ordered.size());
        assertTrue(later.presenter.isRunning());
        assertInstanceOf(RunScreen.class, later.presenter.states().get().screen());
    }

    @Test
    void failedStartCanBeRepeated() {
        fixture.station.automatic = order -> {
            throw new StoreException("disk full");
        };
        fixture.start();
        assertFalse(fixture.presenter.isRunning());
        assertInstanceOf(SetupScreen.class, fixture.presenter.states().get().screen());
        fixture.station.automatic = order -> fixture.run;
        fixture.start();
        assertTrue(fixture.presenter.isRunning());
    }

    @Test
    void requestIsFixedOnceTheRunIsStarted() {
        QueuedExecutor workers = new QueuedExecutor();
        AutomaticFixture later = new AutomaticFixture(workers.contextFor(fixture.station));
        later.presenter.prepare(later.request.id());
        workers.runAll();
        later.presenter.prepare(new RequestId("R2"));
        later.presenter.start(later.signIn);
        workers.runAll();
        assertEquals(Optional.of(later.request.id()), later.presenter.request());
        assertTrue(later.presenter.isRunning());
    }

    @Test
    void waitingPrinterPlaysTheCueOnce() {
        fixture.start();
        fixture.run.show(fixture.fault(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        fixture.run.show(fixture.fault(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        assertEquals(List.of(Cue.ATTENTION), fixture.cues);
        fixture.work();
        fixture.run.show(fixture.fault(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        assertEquals(List.of(Cue.ATTENTION, Cue.ATTENTION), fixture.cues);
    }

    @Test
    void onlyFailuresHaveACue() {
        fixture.start();
        fixture.run.publish(new RunEvent.Settled(
                Samples.state(fixture.first.id(), fixture.first.recipient(), Outcome.PROVISIONED, Optional.empty())));
        assertEquals(List.of(), fixture.cues);
        fixture.run.publish(new RunEvent.Settled(Samples.state(
                fixture.first.id(),
                fixture.first.recipient(),
                Outcome.FAILED,
                Optional.of(Problem.of(PrinterProblem.JAM)))));
        assertEquals(List.of(Cue.FAILED), fixture.cues);
    }

    @Test
    void unavailableActionIsIgnored() {
        fixture.start();
        fixture.work();
        fixture.presenter.choose(0, button(PrinterChoice.CONTINUE));
        fixture.presenter.choose(AutomaticAction.CONTINUE);
        fixture.presenter.choose(3, button(PrinterChoice.GIVE_UP));
        assertEquals(List.of(), fixture.run.chosen);
        fixture.presenter.choose(AutomaticAction.PAUSE);
        assertEquals(List.of("PAUSE"), fixture.run.chosen);
    }

    private static PrinterButton button(PrinterChoice choice) {
        return new PrinterButton(choice, "", "", Weight.DEFAULT, 0);
    }

    @Test
    void firstButtonPausesAndResumes() {
        fixture.start();
        fixture.work();
        assertEquals(AutomaticAction.PAUSE, fixture.actions().getFirst());
        fixture.run.show(AutomaticSamples.run(
                fixture.request,
                AutomaticPhase.PAUSED,
                Set.of(AutomaticChoice.CONTINUE, AutomaticChoice.STOP_AFTER_THIS_CARD),
                AutomaticSamples.idle(NAME, PrinterPhase.WAITING)));
        assertEquals(AutomaticAction.CONTINUE, fixture.actions().getFirst());
        assertEquals("Paused", fixture.printer().status());
    }

    @Test
    void rejectedCardAndItsReplacementAreTwoRows() {
        fixture.start();
        List<PeopleRow> rows = fixture.screen().people().stream()
                .filter(row -> row.text().contains("Another card is used."))
                .toList();
        assertFalse(rows.isEmpty());
        assertEquals(
                "Card rejected: printer.contact-failed. Another card is used.",
                rows.getFirst().text());
        assertTrue(fixture.screen().people().stream()
                .anyMatch(row ->
                        row.name().equals(rows.getFirst().name()) && row.text().equals("Provisioned and verified")));
    }

    @Test
    void nextRecipientsAreShownUpToALimit() {
        fixture.start();
        List<PeopleRow> rows = fixture.screen().people();
        assertEquals("and 77 more", rows.getLast().name());
        assertEquals(1, rows.stream().filter(row -> row.text().equals("Next")).count());
    }

    @Test
    void progressHasCountsAndEstimatedEnd() {
        fixture.start();
        RunScreen.Progress progress = fixture.screen().progress();
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
    void resultNamesTheTrays() {
        fixture.start();
        fixture.run.show(AutomaticSamples.run(
                Samples.request("R1", 1, 2),
                AutomaticPhase.COMPLETED,
                Set.of(),
                AutomaticSamples.idle(NAME, PrinterPhase.DONE)));
        fixture.run.end();
        assertEquals("1 of 1 provisioned.", fixture.screen().end().orElseThrow().sentence());
        assertEquals(
                "The output tray contains 11 cards. 2 cards are in the reject tray: do not hand them out.",
                fixture.screen().end().orElseThrow().hint());
        assertEquals(
                List.of(AutomaticAction.VIEW_SUMMARY, AutomaticAction.NEXT_REQUEST, AutomaticAction.CLOSE),
                fixture.actions());
        assertEquals(List.of(Cue.DONE), fixture.cues);
        assertFalse(fixture.presenter.isRunning());
    }

    @Test
    void haltShowsReasonAndRemainingPeople() {
        fixture.start();
        fixture.run.show(AutomaticSamples.with(
                AutomaticSamples.run(
                        fixture.request,
                        AutomaticPhase.HALTED,
                        Set.of(),
                        AutomaticSamples.idle(NAME, PrinterPhase.OUT)),
                Problem.of(PrinterProblem.HARDWARE, "7")));
        assertEquals("printer.hardware.", fixture.screen().end().orElseThrow().sentence());
        assertTrue(fixture.screen().end().orElseThrow().hint().contains("107 people stay pending."));
        assertTrue(fixture.actions().contains(AutomaticAction.START_AGAIN));
    }

    @Test
    void switchingStopsTheRunAndThenContinuesManually() {
        fixture.start();
        fixture.work();
        List<RequestId> manual = new ArrayList<>();
        fixture.presenter.switchToManual(manual::add);
        fixture.presenter.switchToManual(manual::add);
        assertEquals(List.of("STOP_AFTER_THIS_CARD"), fixture.run.chosen);
        assertFalse(fixture.actions().contains(AutomaticAction.SWITCH_TO_MANUAL));
        assertEquals(List.of(), manual);
        fixture.run.end();
        assertEquals(List.of(fixture.request.id()), manual);
    }
}
