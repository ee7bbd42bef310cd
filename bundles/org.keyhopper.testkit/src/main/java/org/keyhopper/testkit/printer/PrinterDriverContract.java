package org.keyhopper.testkit.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.settings.Settings;

/** The contract of a driver in normal operation. */
public abstract class PrinterDriverContract extends PrinterContract {

    @Test
    void describesItself() {
        PrinterRig rig = completeRig(0);
        assertTrue(rig.driver().description().schemes().contains(rig.address().scheme()));
        assertTrue(rig.driver().description().id().matches("[a-z][a-z0-9.-]*"));
    }

    @Test
    void openingReportsIdentityAndMovesNothing() throws Exception {
        PrinterRig rig = completeRig(1);
        CardPrinter printer = open(rig);
        assertTrue(printer.capabilities().encoders().containsKey(rig.encoder()));
        assertTrue(printer.status(soon()).state() != PrinterStatus.State.OFFLINE);
        assertEquals(0, rig.movements());
    }

    @Test
    void movesEveryCardFromHopperToEncoderToOutput() throws Exception {
        PrinterRig rig = completeRig(3);
        CardPrinter printer = open(rig);
        for (int done = 0; done < 3; done++) {
            try (CardSession session = printer.begin(rig.encoder(), soon())) {
                assertEquals(CardLocation.HOPPER, session.location());
                session.present(soon());
                assertEquals(CardLocation.at(rig.encoder()), session.location());
                assertEquals(1, rig.cardsAt(CardLocation.at(rig.encoder())));
                session.release(soon());
                session.eject(soon());
                assertEquals(CardLocation.OUTPUT_TRAY, session.location());
            }
            assertEquals(done + 1, rig.cardsAt(CardLocation.OUTPUT_TRAY));
        }
        assertEquals(0, rig.cardsAt(CardLocation.HOPPER));
    }

    @Test
    void beginningFeedsNoCard() throws Exception {
        PrinterRig rig = completeRig(1);
        begin(rig).close();
        assertEquals(1, rig.cardsAt(CardLocation.HOPPER));
        assertEquals(0, rig.movements());
    }

    @Test
    void movementsAreIdempotent() throws Exception {
        PrinterRig rig = completeRig(2);
        CardSession session = presented(rig);
        session.present(soon());
        assertEquals(1, rig.cardsAt(CardLocation.HOPPER));
        session.release(soon());
        session.release(soon());
        session.eject(soon());
        session.eject(soon());
        assertEquals(1, rig.cardsAt(CardLocation.OUTPUT_TRAY));
        assertEquals(1, rig.cardsAt(CardLocation.HOPPER));
    }

    @Test
    void rejectedCardGoesToTheRejectTray() throws Exception {
        PrinterRig rig = completeRig(2);
        CardPrinter printer = open(rig);
        assumeRejects(printer);
        try (CardSession session = printer.begin(rig.encoder(), soon())) {
            session.present(soon());
            assertEquals(Disposal.REJECT_TRAY, session.reject("dead", soon()));
            assertEquals(Disposal.REJECT_TRAY, session.reject("dead", soon()));
        }
        try (CardSession session = printer.begin(rig.encoder(), soon())) {
            session.present(soon());
            session.eject(soon());
        }
        assertEquals(1, rig.cardsAt(CardLocation.REJECT_TRAY));
        assertEquals(1, rig.cardsAt(CardLocation.OUTPUT_TRAY));
    }

    @Test
    void withoutRejectTrayARejectedCardIsReportedInTheOutputTray() throws Exception {
        PrinterRig rig = built(PrinterRig.Build.WITHOUT_REJECT_TRAY, 1);
        CardSession session = presented(rig);
        assertEquals(Disposal.OUTPUT_TRAY, session.reject("dead", soon()));
        assertEquals(1, rig.cardsAt(CardLocation.OUTPUT_TRAY));
    }

    @Test
    void cardAtTheEncoderIsRejectedWhenTheSessionEnds() throws Exception {
        PrinterRig rig = completeRig(1);
        CardPrinter printer = open(rig);
        CardSession session = printer.begin(rig.encoder(), soon());
        session.present(soon());
        session.close();
        boolean rejects = printer.capabilities().rejectTray() != TriState.NO;
        assertEquals(1, rig.cardsAt(rejects ? CardLocation.REJECT_TRAY : CardLocation.OUTPUT_TRAY));
    }

    @Test
    void closingThePrinterEndsTheSessionAndIsIdempotent() throws Exception {
        PrinterRig rig = completeRig(1);
        CardPrinter printer = open(rig);
        CardSession session = printer.begin(rig.encoder(), soon());
        session.present(soon());
        printer.close();
        printer.close();
        session.close();
        assertEquals(0, rig.cardsAt(CardLocation.at(rig.encoder())));
    }

    @Test
    void secondSessionIsRefusedDuringTheFirst() throws Exception {
        PrinterRig rig = completeRig(1);
        CardPrinter printer = open(rig);
        try (CardSession first = printer.begin(rig.encoder(), soon())) {
            assertEquals(CardLocation.HOPPER, first.location());
            assertKind(FailureKind.BUSY, fails(() -> printer.begin(rig.encoder(), soon())));
        }
        printer.begin(rig.encoder(), soon()).close();
    }

    @Test
    void missingEncoderIsRefusedBeforeAnyMovement() throws Exception {
        PrinterRig rig = completeRig(1);
        Encoder other = rig.encoder() == Encoder.CONTACT ? Encoder.CONTACTLESS : Encoder.CONTACT;
        PrinterAddress address = rig.address();
        Map<String, String> options = new HashMap<>(address.options().values());
        options.put("encoders", other.name().toLowerCase(Locale.ROOT));
        assumeTrue(
                rig.driver().description().options().field("encoders").isPresent(), "the printer reports its encoders");
        try (CardPrinter printer = rig.driver()
                .open(new PrinterAddress(address.scheme(), address.location(), new Settings(options)), soon())) {
            PrinterException failure = fails(() -> printer.begin(rig.encoder(), soon()));
            assertEquals(
                    PrinterProblem.ENCODER_MISSING.id(),
                    failure.problem().code().id());
        }
        assertEquals(0, rig.movements());
    }

    @Test
    void cardThatLeftCannotBePresentedAgain() throws Exception {
        PrinterRig rig = completeRig(2);
        CardSession session = presented(rig);
        session.eject(soon());
        assertThrows(IllegalStateException.class, () -> session.present(soon()));
        assertEquals(1, rig.cardsAt(CardLocation.HOPPER));
    }

    @Test
    void leftoverCardIsDetectedBeforeAnyMovement() throws Exception {
        PrinterRig rig = completeRig(1);
        rig.trigger(PrinterEvent.CARD_LEFT_INSIDE);
        CardPrinter printer = open(rig);
        assumeTrue(printer.status(soon()).card() != CardLocation.UNKNOWN, "this printer cannot tell");
        assertEquals(
                PrinterProblem.CARD_INSIDE.id(),
                fails(() -> printer.begin(rig.encoder(), soon()))
                        .problem()
                        .code()
                        .id());
        assertEquals(0, rig.movements());
        rig.trigger(PrinterEvent.CARD_TAKEN_OUT);
        printer.begin(rig.encoder(), soon()).close();
    }

    @Test
    void leftoverCardIsRejectedOnRequest() throws Exception {
        movesLeftoverCard(Recovery.REJECT_CARD, CardLocation.REJECT_TRAY);
    }

    @Test
    void leftoverCardIsEjectedOnRequest() throws Exception {
        movesLeftoverCard(Recovery.EJECT_CARD, CardLocation.OUTPUT_TRAY);
    }

    private void movesLeftoverCard(Recovery recovery, CardLocation tray) throws Exception {
        PrinterRig rig = completeRig(1);
        rig.trigger(PrinterEvent.CARD_LEFT_INSIDE);
        CardPrinter printer = open(rig);
        assumeTrue(printer.status(soon()).recoveries().contains(recovery), "this printer does not offer it");
        printer.recover(recovery, soon());
        assertEquals(1, rig.cardsAt(tray));
        printer.begin(rig.encoder(), soon()).close();
        assertEquals(1, rig.cardsAt(CardLocation.HOPPER));
    }

    @Test
    void twoPrintersWorkConcurrently() throws Exception {
        Worker<Integer> first = new Worker<>(() -> ejectTwo(completeRig(2)));
        Worker<Integer> second = new Worker<>(() -> ejectTwo(completeRig(2)));
        assertEquals(2, first.result());
        assertEquals(2, second.result());
    }

    private int ejectTwo(PrinterRig rig) throws Exception {
        CardPrinter printer = open(rig);
        for (int i = 0; i < 2; i++) {
            try (CardSession session = printer.begin(rig.encoder(), soon())) {
                session.present(soon());
                session.eject(soon());
            }
        }
        return rig.cardsAt(CardLocation.OUTPUT_TRAY);
    }
}
