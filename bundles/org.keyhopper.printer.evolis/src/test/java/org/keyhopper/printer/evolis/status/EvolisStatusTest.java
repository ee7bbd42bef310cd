package org.keyhopper.printer.evolis.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.PrinterStatus.State;

class EvolisStatusTest {

    @ParameterizedTest
    @CsvSource({
        "'READY,PRINTER_READY', READY, ",
        "'READY,INF_SLEEP_MODE', READY, ",
        "'READY,INF_CLEANING', READY, CLEANING_DUE",
        "'READY,INF_PRINTING_RUNNING', BUSY, BUSY",
        "'WARNING,FEEDER_EMPTY', NEEDS_OPERATOR, HOPPER_EMPTY",
        "'WARNING,INF_FEEDER_NEAR_EMPTY', READY, HOPPER_LOW",
        "'WARNING,DEF_COVER_OPEN', NEEDS_OPERATOR, COVER_OPEN",
        "'WARNING,DEF_COOLING', BUSY, BUSY",
        "'WARNING,RIBBON_ENDED', READY, SUPPLIES",
        "'ERROR,ERR_MECHANICAL', NEEDS_OPERATOR, JAM",
        "'ERROR,ERR_REJECT_BOX_FULL', NEEDS_OPERATOR, REJECT_FULL",
        "'ERROR,ERR_HEAD_TEMP', BUSY, BUSY",
        "'ERROR,ERR_OF_A_LATER_VERSION', FAULT, ",
        "'OFF,PRINTER_OFFLINE', OFFLINE, OFFLINE",
        "'OFF,PRINTER_NOT_SUPERVISED', OFFLINE, ",
        "'', UNKNOWN, "
    })
    void majorAndMinorStateAreMapped(String reported, State state, PrinterProblem problem) {
        PrinterStatus status = EvolisStatus.of(reported).printerStatus();
        assertEquals(state, status.state());
        if (problem == null) {
            assertTrue(status.conditions().isEmpty());
        } else {
            assertTrue(status.conditions().iterator().next().is(problem));
        }
        assertEquals(reported, status.vendorText());
    }

    @Test
    void positionIsNotDerivedFromTheState() {
        PrinterStatus status = EvolisStatus.of("READY,INF_ENCODING_RUNNING").printerStatus();
        assertEquals(State.READY, status.state());
        assertEquals(CardLocation.UNKNOWN, status.card());
    }
}
