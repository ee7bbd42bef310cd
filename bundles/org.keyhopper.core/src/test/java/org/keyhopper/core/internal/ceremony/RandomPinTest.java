package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.vault.TrivialPin;

class RandomPinTest {

    private final RandomPin pins = new RandomPin(new SecureRandom());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000",
                "1111",
                "1212",
                "1122",
                "1234",
                "4321",
                "9876",
                "8901",
                "1357",
                "1987",
                "2024",
                "3112",
                "1231",
                "000000",
                "121212",
                "112211",
                "123456",
                "654321",
                "890123",
                "123123",
                "250390",
                "032590",
                "900325",
                "25031990",
                "03251990",
                "19900325",
                "20240101",
                "12341234",
                "24680246"
            })
    void whatPeopleTryFirstIsTrivial(String digits) {
        assertTrue(TrivialPin.matches(digits.toCharArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7364", "8350", "739164", "840937", "993471", "83947216", "73910482", "7391048263"})
    void otherDigitsAreNot(String digits) {
        assertFalse(TrivialPin.matches(digits.toCharArray()));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 12, 63})
    void aRandomPinHasItsLengthAndOnlyDigits(int length) {
        try (Secret pin = pins.digits(length)) {
            assertEquals(length, pin.codePoints());
            assertTrue(String.valueOf(pin.toChars()).matches("[0-9]+"));
        }
    }

    @Test
    void aRandomPinIsNeverTrivial() {
        for (int i = 0; i < 20_000; i++) {
            try (Secret pin = pins.digits(4)) {
                assertFalse(TrivialPin.matches(pin.toChars()));
            }
        }
    }

    @Test
    void everyDigitComesAboutAsOftenAsTheOthersAtEveryPlace() {
        int rounds = 20_000;
        int[][] counts = new int[8][10];
        Set<String> different = new HashSet<>();
        for (int i = 0; i < rounds; i++) {
            try (Secret pin = pins.digits(8)) {
                String digits = String.valueOf(pin.toChars());
                different.add(digits);
                for (int place = 0; place < 8; place++) {
                    counts[place][digits.charAt(place) - '0']++;
                }
            }
        }
        for (int[] place : counts) {
            for (int count : place) {
                // Six standard deviations of a fair digit are about 255.
                assertEquals(rounds / 10.0, count, 300);
            }
        }
        assertTrue(different.size() > rounds - 20, "repeated PINs: " + (rounds - different.size()));
    }
}
