package org.keyhopper.printer.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;

class StatusMappingTest {

    @ParameterizedTest
    @CsvSource({
        "BUSY, BUSY",
        "RESERVED, BUSY",
        "HOPPER_EMPTY, NEEDS_OPERATOR",
        "JAM, NEEDS_OPERATOR",
        "OFFLINE, OFFLINE",
        "UNREACHABLE, OFFLINE",
        "NO_ANSWER, OFFLINE",
        "CARD_LOST, FAULT",
        "CONTACT_FAILED, FAULT",
        "HARDWARE, FAULT"
    })
    void problemsDetermineTheState(PrinterProblem problem, PrinterStatus.State state) {
        assertEquals(state, StatusMapping.state(problem));
    }

    @Test
    void silentPrinterIsOfflineWithItsReason() throws Exception {
        PrinterStatus status = StatusMapping.unanswered(PrinterException.of(PrinterProblem.NO_ANSWER));
        assertEquals(PrinterStatus.State.OFFLINE, status.state());
        assertEquals(CardLocation.UNKNOWN, status.card());
        assertTrue(status.conditions().iterator().next().is(PrinterProblem.NO_ANSWER));
    }

    @Test
    void unreadableAnswerIsNotSilence() {
        PrinterException failure = PrinterException.of(PrinterProblem.UNREADABLE_ANSWER);
        assertEquals(failure, assertThrows(PrinterException.class, () -> StatusMapping.unanswered(failure)));
    }
}
