package org.keyhopper.ui.model.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.ui.model.automatic.AutomaticFixture.NAME;
import static org.keyhopper.ui.model.automatic.AutomaticFixture.STUCK;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot;
import org.keyhopper.ui.fakes.AutomaticSamples;
import org.keyhopper.ui.model.OutcomeStyle.Mark;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.automatic.CardPath.Spot;

/** What is shown of a printer, and where its cards are. */
class PrinterViewTest {

    private final AutomaticFixture bench = new AutomaticFixture();

    @Test
    void whatIsLookedAtBeforeTheFirstCardIsShown() {
        bench.start();
        assertEquals(
                "Signed in to the directory", bench.lane().checks().getFirst().text());
        assertEquals("Checking", bench.lane().status());
        assertEquals(List.of(), spots());
    }

    @Test
    void aCardAtTheEncoderAndOneBeingProvedAreBothOnTheWay() {
        bench.start();
        bench.run.show(bench.moment(
                AutomaticPhase.RUNNING, AutomaticSamples.working(NAME, bench.second, Optional.of(bench.first), 3)));
        assertEquals(List.of(Spot.ENCODER, Spot.PROOF), spots());
        assertEquals(
                bench.second.recipient().name(), bench.lane().path().encoder().text());
        assertEquals(bench.first.recipient().name(), bench.lane().path().proof().text());
        assertTrue(bench.lane()
                .path()
                .description()
                .contains("Proof: " + bench.first.recipient().name()));
        assertEquals(
                "Ask contoso for a new passkey …",
                bench.screen().people().get(0).text());
        assertEquals(
                "Registered, reading back …", bench.screen().people().get(1).text());
    }

    @Test
    void anEmptyHopperIsACalmQuestionWithOneAnswer() {
        bench.start();
        bench.run.show(bench.trouble(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        assertEquals("Load cards, then press CONTINUE.", bench.lane().stage().sentence());
        assertEquals(Tint.ATTENTION, bench.lane().tint());
        assertEquals("empty", bench.lane().path().hopper().text());
        assertEquals(PrinterChoice.CONTINUE, bench.lane().buttons().getFirst().choice());
        assertEquals("Alt+C", bench.lane().buttons().getFirst().hint());
        bench.presenter.choose(0, PrinterChoice.CONTINUE);
        assertEquals(List.of("0 CONTINUE"), bench.run.chosen);
    }

    @Test
    void aJamIsToldInOurWordsAndInThePrinters() {
        bench.start();
        bench.run.show(bench.trouble(
                CardLocation.INSIDE, Problem.of(PrinterProblem.JAM).withDetail("0x0B02 CARD JAM")));
        assertEquals(Tint.BAD, bench.lane().tint());
        assertEquals("printer.jam.", bench.lane().stage().sentence());
        assertEquals("The printer says: 0x0B02 CARD JAM", bench.lane().code());
        assertEquals(Mark.ALERT, bench.screen().people().getFirst().mark());
    }

    @Test
    void aLostCardIsDrawnWithAQuestion() {
        bench.start();
        bench.run.show(bench.moment(
                AutomaticPhase.RUNNING,
                AutomaticSamples.trouble(
                        NAME,
                        PrinterPhase.CARD_LOST,
                        CardLocation.UNKNOWN,
                        bench.first,
                        Problem.of(PrinterProblem.CARD_LOST),
                        Set.of(PrinterChoice.CARD_TAKEN_OUT))));
        assertEquals(List.of(Spot.LOST), spots());
        assertEquals(
                PrinterChoice.CARD_TAKEN_OUT, bench.lane().buttons().getFirst().choice());
    }

    @Test
    void severalPrintersHaveTheirNumberAsKey() {
        bench.start();
        PrinterSnapshot empty = AutomaticSamples.trouble(
                NAME,
                PrinterPhase.NEEDS_OPERATOR,
                CardLocation.HOPPER,
                bench.first,
                Problem.of(PrinterProblem.HOPPER_EMPTY),
                STUCK);
        bench.run.show(bench.moment(AutomaticPhase.RUNNING, empty, empty));
        assertEquals(
                List.of("Alt+1", "Alt+2"),
                bench.screen().lanes().stream()
                        .map(lane -> lane.buttons().getFirst().hint())
                        .toList());
    }

    private List<Spot> spots() {
        return bench.lane().path().tokens().stream().map(CardPath.Token::spot).toList();
    }
}
