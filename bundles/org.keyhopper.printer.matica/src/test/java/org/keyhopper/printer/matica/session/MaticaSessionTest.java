package org.keyhopper.printer.matica.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.matica.driver.MaticaRig;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.testkit.printer.PrinterEvent;
import org.keyhopper.testkit.printer.PrinterRig;

/** Card and hopper handling specific to this printer, beyond the contract. */
class MaticaSessionTest {

    private final PrinterRig rig = MaticaRig.of(PrinterRig.Build.COMPLETE, ProtocolOptions.plain());

    @Test
    void emptyHopperDoesNotPreventEjecting() throws Exception {
        rig.trigger(PrinterEvent.CARD_LOADED);
        try (rig;
                CardPrinter printer = open();
                CardSession session = printer.begin(rig.encoder(), soon())) {
            session.present(soon());
            assertEquals(
                    PrinterStatus.State.NEEDS_OPERATOR, printer.status(soon()).state());
            session.reject("dead", soon());
            assertEquals(1, rig.cardsAt(CardLocation.REJECT_TRAY));
        }
    }

    @Test
    void cardRemovedByHandIsNotEjected() throws Exception {
        rig.trigger(PrinterEvent.CARD_LOADED);
        try (rig;
                CardPrinter printer = open();
                CardSession session = printer.begin(rig.encoder(), soon())) {
            session.present(soon());
            rig.trigger(PrinterEvent.CARD_TAKEN_OUT);
            int before = rig.movements();
            PrinterException failure = assertThrows(PrinterException.class, () -> session.eject(soon()));
            assertTrue(failure.problem().is(PrinterProblem.CARD_LOST), failure::toString);
            assertEquals(FailureKind.OPERATOR_NEEDED, failure.kind());
            assertEquals(CardLocation.OUTSIDE, session.location());
            assertEquals(before, rig.movements());
        }
    }

    @Test
    void recoveryWithoutACardMovesNothing() throws Exception {
        try (rig;
                CardPrinter printer = open()) {
            printer.recover(Recovery.REJECT_CARD, soon());
            assertEquals(0, rig.movements());
        }
    }

    private CardPrinter open() throws Exception {
        return rig.driver().open(rig.address(), soon());
    }

    private static Deadline soon() {
        return Deadline.inSeconds(20);
    }
}
