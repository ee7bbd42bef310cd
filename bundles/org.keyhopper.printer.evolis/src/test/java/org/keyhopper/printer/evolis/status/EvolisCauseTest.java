package org.keyhopper.printer.evolis.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.printer.evolis.status.EvolisCause.Step;

class EvolisCauseTest {

    @ParameterizedTest
    @CsvSource({
        "FEEDER_EMPTY, FEEDER_EMPTY",
        "DEF_FEEDER_EMPTY, FEEDER_EMPTY",
        "COVER_OPEN, COVER_OPEN",
        "ERR_COVER_OPEN, COVER_OPEN",
        "DEF_COVER_OPEN, COVER_OPEN",
        "HOPPER_FULL, HOPPER_FULL",
        "ERR_REJECT_BOX_FULL, REJECT_BOX_FULL",
        "DEF_CARD_ON_EJECT, CARD_ON_EJECT",
        "ERR_FEEDER_ERROR, FEEDER_ERROR",
        "BUSY, BUSY_NOW",
        "DEF_COOLING, COOLING",
        "ERR_HEAD_TEMP, HEAD_TEMP",
        "INF_PRINTING_RUNNING, PRINTING_RUNNING",
        "INF_UPDATING_FIRMWARE, UPDATING_FIRMWARE",
        "PRINTER_SUPERVISION_INITIALIZING, PRINTER_SUPERVISION_INITIALIZING",
        "RIBBON_ENDED, RIBBON",
        "ERR_RIBBON_ENDED, RIBBON",
        "DEF_UNSUPPORTED_RIBBON, RIBBON",
        "ERR_CLEAR_ENDED, RIBBON",
        "ERR_LAMI_COVER_OPEN, RIBBON",
        "INF_WRONG_ZONE_EXPIRED, RIBBON",
        "ERR_BLANK_TRACK, CARD_UNUSABLE",
        "ERR_READ_MAGNETIC, CARD_UNUSABLE",
        "ERR_MAGNETIC_DATA, CARD_UNUSABLE",
        "AVANSIA_CONTACT_IC_ERROR, CARD_UNUSABLE",
        "AVANSIA_FEED_CARD_JAM, CARD_JAM",
        "AVANSIA_SERVICE_CALL, SERVICE_CALL",
        "ERR_MECHANICAL, MECHANICAL",
        "INTERNALERROR, INTERNAL",
        "INF_CLEANING_REQUIRED, CLEANING",
        "INF_CLEAN_LAST_OUTWARRANTY, CLEANING",
        "INF_FEEDER_NEAR_EMPTY, FEEDER_NEAR_EMPTY"
    })
    void prefixIsOptional(String name, EvolisCause cause) {
        assertEquals(cause, EvolisCause.named(name).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRINTER_READY",
                "INF_SLEEP_MODE",
                "INF_SLEEP_MODE_FULL",
                "INF_ENCODING_RUNNING",
                "ENCODING_RUNNING",
                "NOT_FLIP_ACT",
                "CFG_FLIP",
                "CFG_MAGNETIC",
                "INF_UNKNOWN_RIBBON",
                "PRINTER_STATUS_DISABLED",
                "INF_OF_A_LATER_VERSION",
                ""
            })
    void otherStatesAreNoCause(String name) {
        assertTrue(EvolisCause.named(name).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "FEED, 'FEEDER_EMPTY,FEEDER_OPEN,NO_CARD_INSERTED,WAIT_CARD,CARD_ON_EJECT,FEEDER_ERROR'",
        "EJECT, 'HOPPER_FULL'",
        "REJECT, 'REJECT_BOX_FULL,REJECT_BOX_COVER_OPEN'"
    })
    void causesOfOneMovement(Step step, String causes) {
        for (String name : causes.split(",")) {
            EvolisCause cause = EvolisCause.valueOf(name);
            Set<Step> stopped = EnumSet.noneOf(Step.class);
            Arrays.stream(Step.values()).filter(cause::stops).forEach(stopped::add);
            assertEquals(EnumSet.of(step), stopped, name);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "COVER_OPEN",
                "PRINTER_LOCKED",
                "POWER_SUPPLY",
                "PRINTING_RUNNING",
                "UPDATING_FIRMWARE",
                "MECHANICAL"
            })
    void causesOfEveryMovement(EvolisCause cause) {
        assertTrue(Arrays.stream(Step.values()).allMatch(cause::stops));
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY_NOW", "COOLING", "HEAD_TEMP", "RIBBON", "CLEANING", "RECEPTACLE_OPEN", "NO_OPTION"})
    void harmlessCauses(EvolisCause cause) {
        assertTrue(cause.isHarmless());
    }

    @Test
    void mostSevereCauseIsReported() {
        Set<EvolisCause> causes = EnumSet.of(EvolisCause.PRINTING_RUNNING, EvolisCause.COVER_OPEN);
        EvolisCause cause = EvolisCause.mostSevereStopping(causes, Step.EJECT).orElseThrow();
        assertEquals(FailureKind.OPERATOR_NEEDED, cause.kind(true));
    }
}
