package org.keyhopper.testkit.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;

/** The contract of a driver in case of failures. */
public abstract class PrinterFailureContract extends PrinterContract {

    @Test
    void sessionContinuesAfterEmptyHopper() throws Exception {
        PrinterRig rig = completeRig(0);
        CardPrinter printer = open(rig);
        CardSession session = printer.begin(rig.encoder(), soon());
        PrinterException failure = fails(() -> session.present(soon()));
        assertKind(FailureKind.OPERATOR_NEEDED, failure);
        if (printer.capabilities().reportsHopperEmpty() != TriState.NO) {
            assertEquals(
                    PrinterProblem.HOPPER_EMPTY.id(), failure.problem().code().id());
        }
        assertEquals(CardLocation.HOPPER, session.location());
        rig.trigger(PrinterEvent.CARD_LOADED);
        session.present(soon());
        session.eject(soon());
        assertEquals(1, rig.cardsAt(CardLocation.OUTPUT_TRAY));
    }

    @Test
    void hopperEmptyBetweenCardsIsRefilled() throws Exception {
        PrinterRig rig = completeRig(1);
        CardPrinter printer = open(rig);
        try (CardSession session = printer.begin(rig.encoder(), soon())) {
            session.present(soon());
            session.eject(soon());
        }
        try (CardSession session = printer.begin(rig.encoder(), soon())) {
            assertKind(FailureKind.OPERATOR_NEEDED, fails(() -> session.present(soon())));
            rig.trigger(PrinterEvent.CARD_LOADED);
            rig.trigger(PrinterEvent.CARD_LOADED);
            session.present(soon());
            session.eject(soon());
        }
        assertEquals(2, rig.cardsAt(CardLocation.OUTPUT_TRAY));
        assertEquals(1, rig.cardsAt(CardLocation.HOPPER));
    }

    @Test
    void sessionContinuesAfterJamWhileFeeding() throws Exception {
        PrinterRig rig = completeRig(2);
        rig.trigger(PrinterEvent.FEED_WILL_JAM);
        CardSession session = begin(rig);
        assertOperatorNeeded(fails(() -> session.present(soon())));
        rig.trigger(PrinterEvent.CARD_TAKEN_OUT);
        session.present(soon());
        session.eject(soon());
        assertEquals(1, rig.cardsAt(CardLocation.OUTPUT_TRAY));
        assertEquals(0, rig.cardsAt(CardLocation.HOPPER));
    }

    @Test
    void openCoverPreventsMovementUntilClosed() throws Exception {
        PrinterRig rig = completeRig(1);
        CardSession session = presented(rig);
        rig.trigger(PrinterEvent.COVER_OPENED);
        assertOperatorNeeded(fails(() -> session.eject(soon())));
        rig.trigger(PrinterEvent.COVER_CLOSED);
        session.eject(soon());
        assertEquals(1, rig.cardsAt(CardLocation.OUTPUT_TRAY));
    }

    @Test
    void fullRejectTrayPreventsRejectingUntilEmptied() throws Exception {
        PrinterRig rig = completeRig(1);
        CardPrinter printer = open(rig);
        assumeRejects(printer);
        CardSession session = printer.begin(rig.encoder(), soon());
        session.present(soon());
        rig.trigger(PrinterEvent.REJECT_TRAY_FULL);
        assertOperatorNeeded(fails(() -> session.reject("dead", soon())));
        rig.trigger(PrinterEvent.REJECT_TRAY_EMPTIED);
        session.reject("dead", soon());
        assertEquals(1, rig.cardsAt(CardLocation.REJECT_TRAY));
    }

    @Test
    void failureToEjectIsNotACardFailure() throws Exception {
        PrinterRig rig = completeRig(1);
        CardSession session = presented(rig);
        rig.trigger(PrinterEvent.EJECT_WILL_JAM);
        assertOperatorNeeded(fails(() -> session.eject(soon())));
        rig.trigger(PrinterEvent.CARD_TAKEN_OUT);
        assertNotEquals(CardLocation.HOPPER, session.locate(soon()));
        session.close();
        assertEquals(0, rig.cardsAt(CardLocation.REJECT_TRAY));
    }

    @Test
    void unconfirmedFeedIsQueriedAndNotRepeated() throws Exception {
        PrinterRig rig = completeRig(2);
        rig.trigger(PrinterEvent.FEED_REPLY_WILL_BE_LOST);
        CardPrinter printer = open(rig);
        CardSession session = printer.begin(rig.encoder(), soon());
        assertKind(FailureKind.OUTCOME_UNKNOWN, fails(() -> session.present(soon())));
        assertEquals(CardLocation.UNKNOWN, session.location());
        assertNoMovement(rig, session);
        CardLocation found = session.locate(soon());
        if (reportsLocation(printer) || found != CardLocation.UNKNOWN) {
            assertTrue(
                    found == CardLocation.at(rig.encoder()) || found == CardLocation.INSIDE, () -> "found at " + found);
            session.present(soon());
            session.eject(soon());
            assertEquals(1, rig.cardsAt(CardLocation.OUTPUT_TRAY));
        }
        assertEquals(1, rig.cardsAt(CardLocation.HOPPER));
    }

    @Test
    void unconfirmedEjectIsQueriedAndNotRepeated() throws Exception {
        PrinterRig rig = completeRig(2);
        CardPrinter printer = open(rig);
        CardSession session = printer.begin(rig.encoder(), soon());
        session.present(soon());
        rig.trigger(PrinterEvent.EJECT_REPLY_WILL_BE_LOST);
        assertKind(FailureKind.OUTCOME_UNKNOWN, fails(() -> session.eject(soon())));
        assertNoMovement(rig, session);
        CardLocation found = session.locate(soon());
        assertEquals(reportsLocation(printer) ? CardLocation.OUTPUT_TRAY : found, found);
        session.close();
        assertEquals(1, rig.cardsAt(CardLocation.OUTPUT_TRAY));
        assertEquals(1, rig.cardsAt(CardLocation.HOPPER));
    }

    @Test
    void switchingOffIsNotACardFailure() throws Exception {
        PrinterRig rig = completeRig(1);
        CardPrinter printer = open(rig);
        CardSession session = printer.begin(rig.encoder(), soon());
        session.present(soon());
        rig.trigger(PrinterEvent.SWITCHED_OFF);
        assertEquals(
                PrinterStatus.State.OFFLINE,
                printer.status(Deadline.inSeconds(2)).state());
        assertNotEquals(
                FailureKind.CARD_FAILED,
                fails(() -> session.eject(Deadline.inSeconds(2))).kind());
        rig.trigger(PrinterEvent.SWITCHED_ON);
        if (reportsLocation(printer)) {
            session.locate(soon());
            session.eject(soon());
            assertEquals(1, rig.cardsAt(CardLocation.OUTPUT_TRAY));
        }
    }

    @Test
    void printerReservedByAnotherProgramIsNotUsed() throws Exception {
        PrinterRig rig = completeRig(1);
        CardPrinter printer = open(rig);
        rig.trigger(PrinterEvent.RESERVED);
        PrinterException failure = fails(() -> {
            try (CardSession session = printer.begin(rig.encoder(), soon())) {
                session.present(Deadline.inSeconds(1));
            }
        });
        Set<FailureKind> fitting = EnumSet.of(FailureKind.BUSY, FailureKind.OPERATOR_NEEDED, FailureKind.PRINTER_FAULT);
        assertTrue(fitting.contains(failure.kind()), failure::toString);
        assertEquals(1, rig.cardsAt(CardLocation.HOPPER));
        rig.trigger(PrinterEvent.FREED);
        try (CardSession session = printer.begin(rig.encoder(), soon())) {
            session.present(soon());
            session.eject(soon());
        }
        assertEquals(1, rig.cardsAt(CardLocation.OUTPUT_TRAY));
    }

    @Test
    void unreachablePrinterIsReported() {
        PrinterRig rig = completeRig(0);
        rig.trigger(PrinterEvent.SWITCHED_OFF);
        rig.close();
        PrinterException failure = fails(() -> rig.driver().open(rig.address(), Deadline.inSeconds(2)));
        assertOperatorNeeded(failure);
    }

    @Test
    void slowMovementIsUnconfirmedAtItsDeadline() throws Exception {
        PrinterRig rig = built(PrinterRig.Build.SLOW, 1);
        CardSession session = begin(rig);
        assertKind(FailureKind.OUTCOME_UNKNOWN, fails(() -> session.present(Deadline.in(Duration.ofMillis(700)))));
        assertEquals(CardLocation.UNKNOWN, session.location());
    }

    @Test
    void interruptLeavesAMovementUnconfirmed() throws Exception {
        PrinterRig rig = built(PrinterRig.Build.SLOW, 1);
        CardSession session = begin(rig);
        Worker<CardLocation> worker = new Worker<>(() -> {
            session.present(soon());
            return session.location();
        });
        while (rig.movements() == 0) {
            Thread.sleep(10);
        }
        worker.interrupt();
        assertThrows(InterruptedException.class, worker::result);
        assertEquals(CardLocation.UNKNOWN, session.location());
    }

    private static void assertNoMovement(PrinterRig rig, CardSession session) {
        int before = rig.movements();
        assertKind(FailureKind.OUTCOME_UNKNOWN, fails(() -> session.present(soon())));
        assertKind(FailureKind.OUTCOME_UNKNOWN, fails(() -> session.eject(soon())));
        assertKind(FailureKind.OUTCOME_UNKNOWN, fails(() -> session.reject("lost", soon())));
        assertEquals(before, rig.movements());
    }
}
