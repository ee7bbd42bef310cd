package org.keyhopper.ui.model.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.ui.model.automatic.AutomaticFixture.NAME;
import static org.keyhopper.ui.model.automatic.AutomaticFixture.STUCK;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.MetadataProblem;
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
import org.keyhopper.ui.model.automatic.CardPath.Position;

/** What is shown of a printer, and where its cards are. */
class PrinterViewTest {

    private final AutomaticFixture fixture = new AutomaticFixture();

    @Test
    void readinessChecksAreShownBeforeTheFirstCard() {
        fixture.start();
        assertEquals(
                "Signed in to the directory",
                fixture.printer().checks().getFirst().text());
        assertEquals("Checking", fixture.printer().status());
        assertEquals(List.of(), positions());
    }

    @Test
    void cardsAtEncoderAndReadBackAreBothShown() {
        fixture.start();
        fixture.run.show(fixture.moment(
                AutomaticPhase.RUNNING, AutomaticSamples.working(NAME, fixture.second, Optional.of(fixture.first), 3)));
        assertEquals(List.of(Position.ENCODER, Position.PROOF), positions());
        assertEquals(
                fixture.second.recipient().name(),
                fixture.printer().path().encoder().text());
        assertEquals(
                fixture.first.recipient().name(),
                fixture.printer().path().proof().text());
        assertTrue(fixture.printer()
                .path()
                .description()
                .contains("Proof: " + fixture.first.recipient().name()));
        assertEquals(
                "Get registration options from contoso …",
                fixture.screen().people().get(0).text());
        assertEquals(
                "Registered, reading back …", fixture.screen().people().get(1).text());
    }

    @Test
    void warningIsShownWhileTheCardIsWorkedOn() {
        fixture.start();
        Problem warning = Problem.of(MetadataProblem.NOT_VERIFIED_HERE, "aaguid");
        fixture.run.show(fixture.moment(AutomaticPhase.RUNNING, AutomaticSamples.warned(NAME, fixture.first, warning)));
        assertTrue(
                fixture.printer().stage().hint().startsWith("metadata.not-verified-here"), fixture.printer()::toString);
        assertEquals(Tint.ATTENTION, fixture.printer().stage().tint());
        assertEquals(Tint.GOOD, fixture.printer().tint());
        assertEquals(false, fixture.printer().steps().isEmpty());
    }

    @Test
    void emptyHopperIsAnAttentionNoticeWithOneChoice() {
        fixture.start();
        fixture.run.show(fixture.fault(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        assertEquals(
                "Load cards, then press Continue.", fixture.printer().stage().sentence());
        assertEquals(Tint.ATTENTION, fixture.printer().tint());
        assertEquals("empty", fixture.printer().path().hopper().text());
        assertEquals(
                PrinterChoice.CONTINUE, fixture.printer().buttons().getFirst().choice());
        assertEquals("Alt+C", fixture.printer().buttons().getFirst().hint());
        fixture.presenter.choose(0, fixture.printer().buttons().getFirst());
        assertEquals(List.of("0 CONTINUE"), fixture.run.chosen);
    }

    @Test
    void jamShowsOurTextAndThePrintersErrorText() {
        fixture.start();
        fixture.run.show(fixture.fault(
                CardLocation.INSIDE, Problem.of(PrinterProblem.JAM).withDetail("0x0B02 CARD JAM")));
        assertEquals(Tint.BAD, fixture.printer().tint());
        assertEquals("printer.jam.", fixture.printer().stage().sentence());
        assertEquals("Printer message: 0x0B02 CARD JAM", fixture.printer().code());
        assertEquals(Mark.ALERT, fixture.screen().people().getFirst().mark());
    }

    @Test
    void lostCardHasAnUnknownPosition() {
        fixture.start();
        fixture.run.show(fixture.moment(
                AutomaticPhase.RUNNING,
                AutomaticSamples.fault(
                        NAME,
                        PrinterPhase.CARD_LOST,
                        CardLocation.UNKNOWN,
                        fixture.first,
                        Problem.of(PrinterProblem.CARD_LOST),
                        Set.of(PrinterChoice.CARD_TAKEN_OUT))));
        assertEquals(List.of(Position.LOST), positions());
        assertEquals(
                PrinterChoice.CARD_TAKEN_OUT,
                fixture.printer().buttons().getFirst().choice());
    }

    @Test
    void shortcutsOfSeveralPrintersAreTheirNumbers() {
        fixture.start();
        PrinterSnapshot empty = AutomaticSamples.fault(
                NAME,
                PrinterPhase.NEEDS_OPERATOR,
                CardLocation.HOPPER,
                fixture.first,
                Problem.of(PrinterProblem.HOPPER_EMPTY),
                STUCK);
        fixture.run.show(fixture.moment(AutomaticPhase.RUNNING, empty, empty));
        assertEquals(
                List.of("Alt+1", "Alt+2"),
                fixture.screen().printers().stream()
                        .map(printer -> printer.buttons().getFirst().hint())
                        .toList());
        assertEquals(Optional.of("printer.hopper-empty"), fixture.screen().problem());
    }

    private List<Position> positions() {
        return fixture.printer().path().tokens().stream()
                .map(CardPath.Token::position)
                .toList();
    }
}
