package org.keyhopper.printer.entrust.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;

class EntrustStatusTest {

    @ParameterizedTest
    @CsvSource({
        "111, FEED_FAILED, OPERATOR_NEEDED",
        "112, HOPPER_EMPTY, OPERATOR_NEEDED",
        "113, COVER_OPEN, OPERATOR_NEEDED",
        "149, ENCODER_MISSING, PRINTER_FAULT",
        "233, CONTACT_FAILED, CARD_FAILED",
        "234, JAM, OPERATOR_NEEDED",
        "242, REJECT_FULL, OPERATOR_NEEDED",
        "243, CARD_LOST, OUTCOME_UNKNOWN",
        "506, BUSY, BUSY",
        "509, OFFLINE, OPERATOR_NEEDED",
        "999, OTHER, PRINTER_FAULT"
    })
    void everyCodeHasAMeaning(int code, PrinterProblem problem, FailureKind kind) {
        PrinterException failure = EntrustStatus.failure(new JobReply(1, code, 4, "words"));
        assertEquals(problem, failure.problem().code());
        assertEquals(kind, failure.kind());
        assertEquals("words", failure.problem().detail());
    }

    @Test
    void messagePrecedesTheStateText() {
        PrinterStatus ready = EntrustStatus.status("Ready", new JobReply(0, 0, 0, ""));
        assertEquals(PrinterStatus.State.READY, ready.state());
        PrinterStatus empty = EntrustStatus.status("Busy", new JobReply(3, 112, 4, "Card hopper empty"));
        assertEquals(PrinterStatus.State.NEEDS_OPERATOR, empty.state());
        assertEquals("112", empty.vendorCode());
        assertTrue(empty.conditions().iterator().next().is(PrinterProblem.HOPPER_EMPTY));
        assertEquals(
                PrinterStatus.State.UNKNOWN,
                EntrustStatus.status("Pondering", new JobReply(0, 0, 0, "")).state());
    }
}
