package org.keyhopper.ui.model.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.ReadinessCheck.State;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.ui.fakes.AutomaticSamples;
import org.keyhopper.ui.model.automatic.SetupScreen.CheckRow;

/** The cards in a hopper are counted from what the operator states. */
class HopperCountTest {

    private final AutomaticFixture fixture = new AutomaticFixture();
    private final PrinterAddress printer =
            PrinterAddress.parse("evolis-service://127.0.0.1:18000/P2").result().orElseThrow();

    private void start(int cards) {
        fixture.presenter.prepare(fixture.request.id());
        fixture.presenter.setup().hopper(printer, cards);
        fixture.presenter.start(fixture.signIn);
    }

    private void move(CardLocation... way) {
        for (CardLocation to : way) {
            fixture.run.publish(new RunEvent.CardMoved(0, to, Optional.of(fixture.first)));
        }
        fixture.work();
    }

    private String hopper() {
        return fixture.printer().path().hopper().title();
    }

    @Test
    void hopperThatWasNotCountedHasNoNumber() {
        start(0);
        move(CardLocation.MOVING, CardLocation.CONTACT);
        assertEquals("Hopper", hopper());
        assertEquals(OptionalInt.empty(), fixture.presenter.cardsToLoad(0));
    }

    @Test
    void eachCardThatIsPresentedIsOneLess() {
        start(3);
        assertEquals("Hopper: 3 left", hopper());
        move(CardLocation.MOVING, CardLocation.CONTACT, CardLocation.OUTPUT_TRAY);
        assertEquals("Hopper: 2 left", hopper());
        move(CardLocation.MOVING, CardLocation.CONTACT, CardLocation.REJECT_TRAY);
        assertEquals("Hopper: 1 left", hopper());
    }

    @Test
    void cardThatWasNotFedStaysInTheHopper() {
        start(3);
        move(CardLocation.MOVING, CardLocation.HOPPER);
        assertEquals("Hopper: 3 left", hopper());
    }

    @Test
    void cardThatJammedOnTheWayIsCountedOnceItIsOut() {
        start(3);
        move(CardLocation.MOVING, CardLocation.UNKNOWN);
        assertEquals("Hopper: 3 left", hopper());
        move(CardLocation.MOVING, CardLocation.OUTSIDE);
        assertEquals("Hopper: 2 left", hopper());
    }

    @Test
    void emptyHopperIsCountedAnewOnlyWhenItWasCounted() {
        start(50);
        fixture.run.show(fixture.fault(CardLocation.HOPPER, Problem.of(PrinterProblem.HOPPER_EMPTY)));
        assertEquals(OptionalInt.of(50), fixture.presenter.cardsToLoad(0));
        fixture.work();
        assertEquals("Hopper: 0 left", hopper());
        fixture.presenter.load(0, 20);
        fixture.work();
        assertEquals("Hopper: 20 left", hopper());
        fixture.presenter.load(0, 0);
        fixture.work();
        assertEquals("Hopper", hopper());
    }

    @Test
    void numberIsComparedWithThePeople() {
        fixture.presenter.prepare(fixture.request.id());
        fixture.presenter.setup().hopper(printer, 20);
        CheckRow row = setup().checks().getLast();
        assertEquals(State.WARNING, row.state());
        assertEquals("20 cards in the hopper for 107 people", row.text());
        assertTrue(row.detail().startsWith("Have 87 more ready"), row::detail);
        assertTrue(setup().canStart());
        fixture.presenter.setup().hopper(printer, 200);
        assertEquals(State.GOOD, setup().checks().getLast().state());
        fixture.presenter.setup().encoder(printer, Encoder.CONTACTLESS);
        assertEquals(200, setup().form().orElseThrow().hopper());
    }

    @Test
    void nextRunBeginsWithWhatIsLeft() {
        start(30);
        move(CardLocation.MOVING, CardLocation.CONTACT, CardLocation.OUTPUT_TRAY);
        fixture.run.show(AutomaticSamples.run(
                fixture.request, AutomaticPhase.COMPLETED, Set.of(), AutomaticSamples.idle("P2", PrinterPhase.DONE)));
        fixture.run.end();
        fixture.presenter.prepare(fixture.request.id());
        assertEquals(29, left());
    }

    private int left() {
        fixture.presenter.setup().select(printer);
        return setup().form().orElseThrow().hopper();
    }

    private SetupScreen setup() {
        return assertInstanceOf(
                SetupScreen.class, fixture.presenter.states().get().screen());
    }
}
