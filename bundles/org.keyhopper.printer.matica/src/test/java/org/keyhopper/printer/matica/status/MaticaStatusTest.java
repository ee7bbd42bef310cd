package org.keyhopper.printer.matica.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;

class MaticaStatusTest {

    @ParameterizedTest
    @CsvSource({
        "0002D000, HOPPER_EMPTY, OPERATOR_NEEDED",
        "0002D100, COVER_OPEN, OPERATOR_NEEDED",
        "0002D300, BUSY, BUSY",
        "0002DA00, BUSY, BUSY",
        "0002F300, HARDWARE, PRINTER_FAULT",
        "00039000, FEED_FAILED, OPERATOR_NEEDED",
        "00039400, JAM, OPERATOR_NEEDED",
        "0003B200, SUPPLIES, OPERATOR_NEEDED",
        "00052600, COMMAND_REFUSED, PRINTER_FAULT",
        "00062800, BUSY, BUSY",
        "00052400, COMMAND_REFUSED, PRINTER_FAULT",
        "00052A00, COMMAND_REFUSED, PRINTER_FAULT",
        "0005FFFF, COMMAND_REFUSED, PRINTER_FAULT",
        "00034400, HARDWARE, PRINTER_FAULT",
        "0002C300, RESTARTED, OUTCOME_UNKNOWN",
        "0003A800, HARDWARE, PRINTER_FAULT",
        "0003AB00, HARDWARE, PRINTER_FAULT",
        "0003AC00, HARDWARE, PRINTER_FAULT",
        "0003AD00, OTHER, CARD_FAILED",
        "0003FFFF, OTHER, PRINTER_FAULT"
    })
    void everyErrorWordHasAMeaning(String word, PrinterProblem problem, FailureKind kind) {
        int code = Integer.parseInt(word, 16);
        assertEquals(problem, MaticaStatus.problem(code).orElseThrow());
        assertEquals(kind, MaticaStatus.failure(code).kind());
        assertEquals(word, MaticaStatus.text(code));
    }

    @Test
    void zeroIsNoError() {
        assertTrue(MaticaStatus.problem(0).isEmpty());
    }

    @Test
    void statusOffersToRejectTheCardInside() {
        PrinterStatus status = MaticaStatus.status(MaticaStatus.NO_CARDS, CardLocation.INSIDE);
        assertEquals(PrinterStatus.State.NEEDS_OPERATOR, status.state());
        assertEquals(CardLocation.INSIDE, status.card());
        assertTrue(status.recoveries().contains(Recovery.REJECT_CARD));
        assertEquals(
                PrinterStatus.State.READY,
                MaticaStatus.status(0, CardLocation.HOPPER).state());
        assertEquals(
                PrinterStatus.State.ENCODING,
                MaticaStatus.status(0, CardLocation.CONTACT).state());
    }
}
