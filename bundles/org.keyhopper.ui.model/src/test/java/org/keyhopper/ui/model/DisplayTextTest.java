package org.keyhopper.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.request.Profile;

class DisplayTextTest {

    @ParameterizedTest
    @CsvSource({
        "Mara Köhler,MK",
        "cher,C",
        "anna.lee@x.example,A",
        "Maximiliane von und zu Guttenberg,MG",
        "'  Ö x ',ÖX"
    })
    void initialsAreTakenFromFirstAndLastName(String name, String initials) {
        assertEquals(initials, DisplayText.initials(name));
    }

    @ParameterizedTest
    @CsvSource({"0,''", "180,0.2\u00a0s", "59900,59.9\u00a0s", "65000,1:05\u00a0min"})
    void durationsAreAbbreviated(long millis, String text) {
        assertEquals(text, DisplayText.time(Duration.ofMillis(millis), Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({
        "HID Global OMNIKEY 3x21 Smart Card Reader [OMNIKEY 3x21] 00 00,OMNIKEY 3x21",
        "Virtual PCD 00 01,Virtual PCD",
        "ACS ACR1252 Dual Reader PICC 0,ACS ACR1252 Dual Reader PICC 0"
    })
    void readerNamesAreReducedToTheirDistinctivePart(String slot, String name) {
        assertEquals(name, DisplayText.reader(slot));
    }

    @Test
    void aaguidIsAbbreviatedToBothEnds() {
        assertEquals("aeb6569c…2e52", DisplayText.aaguid(UUID.fromString("aeb6569c-f8fb-4950-ac60-24ca2bbe2e52")));
    }

    @Test
    void defaultProfileIsSummarized() {
        assertEquals(
                "random PIN of 6 digits, to be changed at first use",
                DisplayText.profile(Profile.DEFAULT, Messages.in(Locale.ENGLISH)));
    }
}
