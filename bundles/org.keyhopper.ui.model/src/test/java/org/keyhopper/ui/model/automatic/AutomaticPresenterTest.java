package org.keyhopper.ui.model.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.LaneChoice;
import org.keyhopper.core.automatic.LanePhase;
import org.keyhopper.core.automatic.LaneSnapshot;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.ui.fakes.AutomaticSamples;
import org.keyhopper.ui.fakes.FakeAutomaticRun;
import org.keyhopper.ui.fakes.FakePrinters;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.DeskEnvironment;
import org.keyhopper.ui.model.OutcomeLook.Mark;
import org.keyhopper.ui.model.SignIn;
import org.keyhopper.ui.model.TestDesk;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.automatic.CardPath.Spot;
import org.keyhopper.ui.model.manual.Cue;

class AutomaticPresenterTest {

    private static final String NAME = "Evolis Primacy 2";
    private static final Set<LaneChoice> STUCK =
            Set.of(LaneChoice.CONTINUE, LaneChoice.REJECT_CARD, LaneChoice.GIVE_UP);

    private final FakeStation station = new FakeStation();
    private final DeskEnvironment desk = TestDesk.over(station);
    private final SignIn signIn = new SignIn(desk, address -> {});
    private final AutomaticPresenter presenter = new AutomaticPresenter(desk);
    private final ProvisioningRequest request = Samples.request("R1", 120, 14);
    private final RecipientState first = pending(0);
    private final RecipientState second = pending(1);
    private final FakeAutomaticRun run =
            new FakeAutomaticRun(moment(AutomaticPhase.PREPARING, AutomaticSamples.idle(NAME, LanePhase.CHECKING)));
    private final List<Cue> cues = new ArrayList<>();

    private RecipientState pending(int index) {
        return request.recipients().stream()
                .filter(state -> state.outcome() == Outcome.PENDING)
                .toList()
                .get(index);
    }

    @BeforeEach
    void begin() {
        station.requests.put(request);
        station.printers.add("evolis-service://127.0.0.1:18000/P2", NAME, FakePrinters.ready());
        station.automatic = order -> run;
        presenter.onCue(cues::add);
    }

    private AutomaticSnapshot moment(AutomaticPhase phase, LaneSnapshot... lanes) {
        return AutomaticSamples.run(request, phase, AutomaticSamples.UNDER_WAY, lanes);
    }

    private AutomaticSnapshot trouble(CardLocation card, Problem problem) {
        return moment(
                AutomaticPhase.RUNNING,
                AutomaticSamples.trouble(NAME, LanePhase.NEEDS_OPERATOR, card, first, problem, STUCK));
    }

    private void start() {
        presenter.prepare(request.id());
        presenter.start(signIn);
    }

    private RunScreen screen() {
        return assertInstanceOf(RunScreen.class, presenter.states().get().screen());
    }

    private LaneView lane() {
        return screen().lanes().getFirst();
    }

    private List<Spot> spots() {
        return lane().path().tokens().stream().map(CardPath.Token::spot).toList();
    }

    private List<AutomaticAction> actions() {
        return screen().buttons().stream().map(AutomaticButton::action).toList();
    }

    @Test
    void withoutARequestItAsksForOne() {
        assertInstanceOf(AutomaticState.Idle.class, presenter.states().get().screen());
        presenter.prepare(new RequestId("gone"));
        assertInstanceOf(AutomaticState.Idle.class, presenter.states().get().screen());
    }

    @Test
    void aRunUnderWayIsNotLeftForAnotherRequest() {
        start();
        presenter.prepare(new RequestId("R2"));
        assertEquals(Optional.of(request.id()), presenter.request());
        assertTrue(presenter.isRunning());
    }

    @Test
    void whatIsLookedAtBeforeTheFirstCardIsShown() {
        start();
        assertEquals("Signed in to the directory", lane().checks().getFirst().text());
        assertEquals("Checking", lane().status());
        assertEquals(List.of(), spots());
    }

    @Test
    void aCardAtTheEncoderAndOneBeingProvedAreBothOnTheWay() {
        start();
        run.show(moment(AutomaticPhase.RUNNING, AutomaticSamples.working(NAME, second, Optional.of(first), 3)));
        assertEquals(List.of(Spot.ENCODER, Spot.PROOF), spots());
        assertEquals(second.recipient().name(), lane().path().encoder().text());
        assertEquals(first.recipient().name(), lane().path().proof().text());
        assertTrue(lane().path()
                .description()
                .contains("Proof: " + first.recipient().name()));
        assertEquals("Ask contoso for a new passkey …", screen().people().get(0).text());
        assertEquals("Registered, reading back …", screen().people().get(1).text());
    }

    @Test
    void anEmptyHopperIsACalmQuestionWithOneAnswer() {
        start();
        run.show(trouble(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        assertEquals("Load cards, then press CONTINUE.", lane().stage().sentence());
        assertEquals(Tint.ATTENTION, lane().tint());
        assertEquals("empty", lane().path().hopper().text());
        assertEquals(LaneChoice.CONTINUE, lane().buttons().getFirst().choice());
        assertEquals("Alt+C", lane().buttons().getFirst().hint());
        presenter.choose(0, LaneChoice.CONTINUE);
        assertEquals(List.of("0 CONTINUE"), run.chosen);
    }

    @Test
    void aJamIsToldInOurWordsAndInThePrinters() {
        start();
        run.show(trouble(CardLocation.INSIDE, Problem.of(PrinterProblem.JAM).withDetail("0x0B02 CARD JAM")));
        assertEquals(Tint.BAD, lane().tint());
        assertEquals("printer.jam.", lane().stage().sentence());
        assertEquals("The printer says: 0x0B02 CARD JAM", lane().code());
        assertEquals(Mark.ALERT, screen().people().getFirst().mark());
    }

    @Test
    void aPrinterThatBeginsToWaitCallsOnce() {
        start();
        run.show(trouble(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        run.show(trouble(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        assertEquals(List.of(Cue.ATTENTION), cues);
        run.show(moment(AutomaticPhase.RUNNING, AutomaticSamples.working(NAME, first, Optional.empty(), 1)));
        run.show(trouble(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        assertEquals(List.of(Cue.ATTENTION, Cue.ATTENTION), cues);
    }

    @Test
    void aFailureIsHeardAGoodCardIsNot() {
        start();
        run.happen(new RunEvent.Settled(
                Samples.state(first.id(), first.recipient(), Outcome.PROVISIONED, Optional.empty())));
        assertEquals(List.of(), cues);
        run.happen(new RunEvent.Settled(Samples.state(
                first.id(), first.recipient(), Outcome.FAILED, Optional.of(Problem.of(PrinterProblem.JAM)))));
        assertEquals(List.of(Cue.FAILED), cues);
    }

    @Test
    void aLostCardIsDrawnWithAQuestion() {
        start();
        run.show(moment(
                AutomaticPhase.RUNNING,
                AutomaticSamples.trouble(
                        NAME,
                        LanePhase.CARD_LOST,
                        CardLocation.UNKNOWN,
                        first,
                        Problem.of(PrinterProblem.CARD_LOST),
                        Set.of(LaneChoice.CARD_TAKEN_OUT))));
        assertEquals(List.of(Spot.LOST), spots());
        assertEquals(LaneChoice.CARD_TAKEN_OUT, lane().buttons().getFirst().choice());
    }

    @Test
    void whatTheScreenDoesNotOfferIsIgnored() {
        start();
        run.show(moment(AutomaticPhase.RUNNING, AutomaticSamples.working(NAME, first, Optional.empty(), 1)));
        presenter.choose(0, LaneChoice.CONTINUE);
        presenter.choose(AutomaticAction.CONTINUE);
        presenter.choose(3, LaneChoice.GIVE_UP);
        assertEquals(List.of(), run.chosen);
        presenter.choose(AutomaticAction.PAUSE);
        assertEquals(List.of("PAUSE"), run.chosen);
    }

    @Test
    void theFirstButtonPausesAndGoesOn() {
        start();
        run.show(moment(AutomaticPhase.RUNNING, AutomaticSamples.working(NAME, first, Optional.empty(), 1)));
        assertEquals(AutomaticAction.PAUSE, actions().getFirst());
        run.show(AutomaticSamples.run(
                request,
                AutomaticPhase.PAUSED,
                Set.of(AutomaticChoice.CONTINUE, AutomaticChoice.STOP_AFTER_THIS_CARD),
                AutomaticSamples.idle(NAME, LanePhase.WAITING)));
        assertEquals(AutomaticAction.CONTINUE, actions().getFirst());
        assertEquals("Paused", lane().status());
    }

    @Test
    void severalPrintersHaveTheirNumberAsKey() {
        start();
        LaneSnapshot empty = AutomaticSamples.trouble(
                NAME,
                LanePhase.NEEDS_OPERATOR,
                CardLocation.HOPPER,
                first,
                Problem.of(PrinterProblem.HOPPER_EMPTY),
                STUCK);
        run.show(moment(AutomaticPhase.RUNNING, empty, empty));
        assertEquals(
                List.of("Alt+1", "Alt+2"),
                screen().lanes().stream()
                        .map(lane -> lane.buttons().getFirst().hint())
                        .toList());
    }

    @Test
    void aBadCardAndTheNextForTheSamePersonAreTwoRows() {
        start();
        List<PeopleRow> rows = screen().people().stream()
                .filter(row -> row.text().contains("Gets another card."))
                .toList();
        assertFalse(rows.isEmpty());
        assertEquals(
                "Card rejected: printer.contact-failed. Gets another card.",
                rows.getFirst().text());
        assertTrue(screen().people().stream()
                .anyMatch(row ->
                        row.name().equals(rows.getFirst().name()) && row.text().equals("Provisioned and proved")));
    }

    @Test
    void thoseWaitingAreShownUpToALimit() {
        start();
        List<PeopleRow> rows = screen().people();
        assertEquals("and 77 more", rows.getLast().name());
        assertEquals(1, rows.stream().filter(row -> row.text().equals("Next")).count());
    }

    @Test
    void progressCountsAndForesees() {
        start();
        RunScreen.Progress progress = screen().progress();
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
        start();
        run.show(AutomaticSamples.run(
                Samples.request("R1", 1, 2),
                AutomaticPhase.COMPLETED,
                Set.of(),
                AutomaticSamples.idle(NAME, LanePhase.DONE)));
        run.end();
        assertEquals("1 of 1 provisioned.", screen().end().orElseThrow().sentence());
        assertEquals(
                "11 cards are in the output tray. 2 are in the reject tray: do not hand them out.",
                screen().end().orElseThrow().hint());
        assertEquals(List.of(AutomaticAction.VIEW_SUMMARY), actions());
        assertEquals(List.of(Cue.DONE), cues);
        assertFalse(presenter.isRunning());
    }

    @Test
    void aHaltSaysWhyAndWhoIsLeft() {
        start();
        run.show(AutomaticSamples.with(
                AutomaticSamples.run(
                        request, AutomaticPhase.HALTED, Set.of(), AutomaticSamples.idle(NAME, LanePhase.OUT)),
                Problem.of(PrinterProblem.HARDWARE, "7")));
        assertEquals("printer.hardware.", screen().end().orElseThrow().sentence());
        assertTrue(screen().end().orElseThrow().hint().contains("107 people stay pending."));
        assertTrue(actions().contains(AutomaticAction.START_AGAIN));
    }

    @Test
    void switchingStopsFirstAndGoesOnByHandOnceItEnded() {
        start();
        run.show(moment(AutomaticPhase.RUNNING, AutomaticSamples.working(NAME, first, Optional.empty(), 1)));
        List<RequestId> manual = new ArrayList<>();
        presenter.switchToManual(manual::add);
        presenter.switchToManual(manual::add);
        assertEquals(List.of("STOP_AFTER_THIS_CARD"), run.chosen);
        assertFalse(actions().contains(AutomaticAction.SWITCH_TO_MANUAL));
        assertEquals(List.of(), manual);
        run.end();
        assertEquals(List.of(request.id()), manual);
    }
}
