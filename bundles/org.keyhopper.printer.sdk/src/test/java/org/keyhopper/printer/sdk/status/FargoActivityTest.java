package org.keyhopper.printer.sdk.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;

class FargoActivityTest {

    @ParameterizedTest
    @CsvSource({"CurrentActivityReady", "SDKCurrentActivityReady", "currentactivityready", "Ready"})
    void typePrefixOfConstantsIsOptional(String constant) {
        assertTrue(FargoActivity.of(constant, "", "").isResting());
    }

    @Test
    void printerThatDoesNotCommunicateIsUnknown() {
        assertTrue(FargoActivity.of("CurrentActivityUnknown", "", "").isUnknown());
    }

    @ParameterizedTest
    @CsvSource({
        "PrinterErrorCardFeed, false, FEED_FAILED, OPERATOR_NEEDED",
        "PrinterErrorCardFeed, true, JAM, OPERATOR_NEEDED",
        "PrinterErrorCardJam, true, JAM, OPERATOR_NEEDED",
        "PrinterErrorCardJamEncoder, false, JAM, OPERATOR_NEEDED",
        "PrinterErrorMagVerifier, true, OTHER, CARD_FAILED",
        "PrinterErrorMagNoData, true, OTHER, CARD_FAILED",
        "PrinterErrorUnmapped, false, OTHER, OPERATOR_NEEDED"
    })
    void errorOfAnExceptionIsMapped(String constant, boolean inside, PrinterProblem problem, FailureKind trouble) {
        FargoActivity now = FargoActivity.of("CurrentActivityException", constant, "");
        assertEquals(problem, now.error().problem(inside));
        assertEquals(trouble, now.error().failure(inside, "").kind());
    }

    @Test
    void statusContainsTheErrorOfAnException() {
        FargoActivity now = FargoActivity.of("CurrentActivityException", "PrinterErrorCardFeed", "0x31");
        PrinterStatus status = FargoStatus.status(now, CardLocation.UNKNOWN);
        assertEquals(PrinterStatus.State.NEEDS_OPERATOR, status.state());
        assertEquals("cardfeed", status.vendorCode());
        assertEquals("0x31", status.vendorText());
        assertTrue(status.conditions().iterator().next().is(PrinterProblem.FEED_FAILED));
    }
}
