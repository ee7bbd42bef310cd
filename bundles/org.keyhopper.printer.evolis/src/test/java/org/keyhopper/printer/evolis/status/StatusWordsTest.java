package org.keyhopper.printer.evolis.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;

class StatusWordsTest {

    private static final String PRIMACY = "805E20200040000001000000" + "0".repeat(40) + ":32005";

    @Test
    void exampleOfTheGuideIsParsed() {
        StatusWords words = StatusWords.read(PRIMACY).orElseThrow();
        assertEquals(
                Set.of(Encoder.CONTACT, Encoder.CONTACTLESS), words.encoders().keySet());
        assertTrue(words.hasRejectTray());
        assertEquals(CardLocation.HOPPER, words.position());
        assertEquals(Set.of(EvolisCause.FEEDER_EMPTY), words.causes());
        assertTrue(words.isReserved());
    }

    @Test
    void cardInTheFeederIsNotInThePath() {
        StatusWords words =
                StatusWords.read("88D0242020400000" + "0".repeat(48) + ":0").orElseThrow();
        assertEquals(CardLocation.HOPPER, words.position());
        assertTrue(words.encoders().isEmpty());
        assertFalse(words.isReserved());
    }

    @ParameterizedTest
    @CsvSource({
        "08000000, CONTACTLESS",
        "04000000, CONTACT",
        "02000000, INSIDE",
        "01000000, INSIDE",
        "10000000, INSIDE",
        "20000000, HOPPER",
        "40000000, HOPPER",
        "00000041, HOPPER"
    })
    void informationWordContainsThePosition(String information, CardLocation location) {
        assertEquals(location, words(0, 0x0, information).position());
    }

    @ParameterizedTest
    @CsvSource({
        "2, 80000000, POWER_SUPPLY",
        "2, 08000000, REJECT_BOX_FULL",
        "2, 04000000, CARD_ON_EJECT",
        "2, 02000000, WAIT_CARD",
        "2, 00100000, HOPPER_FULL",
        "2, 00040000, PRINTER_LOCKED",
        "2, 00020000, COVER_OPEN",
        "2, 00000400, REJECT_BOX_COVER_OPEN",
        "2, 00000100, FEEDER_OPEN",
        "3, 08000000, FEEDER_ERROR",
        "3, 02000000, COVER_OPEN",
        "3, 01000000, MECHANICAL",
        "3, 00800000, REJECT_BOX_FULL",
        "3, 00100000, HOPPER_FULL",
        "3, 00080000, CARD_UNUSABLE",
        "3, 00040000, CARD_UNUSABLE",
        "3, 00020000, CARD_UNUSABLE",
        "3, 00010000, CARD_UNUSABLE",
        "3, 00008000, FEATURE",
        "3, 00000200, CARD_ON_EJECT",
        "3, 00000100, NO_CARD_INSERTED",
        "3, 00000080, FEEDER_OPEN",
        "3, 00000040, INTERNAL",
        "3, 00000001, HARDWARE"
    })
    void warningsAndErrorsAreCauses(int word, String bits, EvolisCause cause) {
        assertEquals(Set.of(cause), words(word, 0, bits).causes());
    }

    @Test
    void extensionsRequireTheirFlag() {
        assertEquals(Set.of(), words(4, 0, "00000100").causes());
        assertEquals(
                Set.of(EvolisCause.FEEDER_NEAR_EMPTY),
                words(4, 0x08000000, "00000100").causes());
        assertEquals(Set.of(), words(5, 0x08000000, "04000000").causes());
    }

    @Test
    void base64IsParsed() {
        byte[] bytes = new byte[34];
        bytes[4] = 0x08;
        bytes[33] = 3;
        StatusWords words =
                StatusWords.read(Base64.getEncoder().encodeToString(bytes)).orElseThrow();
        assertEquals(CardLocation.CONTACTLESS, words.position());
        assertEquals(3, words.session());
        String text = "base64:" + Base64.getEncoder().encodeToString(PRIMACY.getBytes());
        assertEquals(32005, StatusWords.read(text).orElseThrow().session());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "ERROR CDE", "805E2020", "base64:!"})
    void otherTextIsRejected(String text) {
        assertTrue(StatusWords.read(text).isEmpty());
    }

    private static StatusWords words(int index, int configuration, String bits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(
                    i == index && index > 0
                            ? bits
                            : i == 1 && index == 0
                                    ? bits
                                    : String.format(Locale.ROOT, "%08X", i == 0 ? configuration : 0));
        }
        return StatusWords.read(text + ":0").orElseThrow();
    }
}
