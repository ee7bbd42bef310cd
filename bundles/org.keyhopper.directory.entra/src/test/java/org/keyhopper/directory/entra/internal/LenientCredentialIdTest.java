package org.keyhopper.directory.entra.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.CredentialId;

class LenientCredentialIdTest {

    private static byte[] bytes(int length, int last) {
        byte[] bytes = new byte[length];
        IntStream.range(0, length).forEach(i -> bytes[i] = (byte) (i * 37 + 251));
        bytes[length - 1] = (byte) last;
        return bytes;
    }

    static Stream<byte[]> idsOfAllLengthsAndEndings() {
        return IntStream.rangeClosed(1, 80).boxed().flatMap(length -> IntStream.of(0x00, 0x34, 0xD0, 0xD4, 0xFF, 0x03)
                .mapToObj(last -> bytes(length, last)));
    }

    @ParameterizedTest
    @MethodSource("idsOfAllLengthsAndEndings")
    void theIdIsAmongTheReadingsInEveryForm(byte[] id) {
        CredentialId wanted = CredentialId.of(id);
        String url = wanted.base64Url();
        String standard = Base64.getEncoder().encodeToString(id);
        for (String form : Set.of(standard, url, url + (3 - id.length % 3) % 3)) {
            Set<CredentialId> readings = LenientCredentialId.decode(form);
            assertTrue(readings.contains(wanted), () -> form + " " + readings);
            assertTrue(readings.size() <= 2, () -> form + " " + readings);
        }
    }

    @Test
    void paddingLeavesNoDoubt() {
        assertEquals(Set.of(CredentialId.of(new byte[] {0, 1})), LenientCredentialId.decode("AAE="));
    }

    @ParameterizedTest
    @CsvSource({"48, 0", "64, 2", "16, 2"})
    void theDigitIsCutWhereStrictReadingFails(int length, String digit) {
        byte[] id = bytes(length, 0xA5);
        String text = CredentialId.of(id).base64Url() + digit;
        assertEquals(Set.of(CredentialId.of(id)), LenientCredentialId.decode(text));
    }

    @Test
    void bothReadingsAreGivenWhereTheDigitMayBelongToTheId() {
        byte[] id = bytes(32, 0xA4);
        String text = CredentialId.of(id).base64Url() + "1";
        Set<CredentialId> readings = LenientCredentialId.decode(text);
        assertEquals(2, readings.size());
        assertTrue(readings.contains(CredentialId.of(id)));
        assertTrue(readings.stream().anyMatch(reading -> reading.length() == 33));
        assertTrue(readings.stream().allMatch(reading -> Arrays.equals(id, Arrays.copyOf(reading.toBytes(), 32))));
    }

    @Test
    void theExampleInTheDocumentationOfGraphIsAnIdOfSixteenBytes() {
        Set<CredentialId> readings = LenientCredentialId.decode("-2_GRUg2-HYz6_1YG4YRAQ2");
        assertEquals(1, readings.size());
        assertEquals(16, readings.iterator().next().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "=", "A", "0", "not base64!", "AAA==A", "ab.c", "\u00e4\u00e4\u00e4\u00e4"})
    void whatIsNoBase64HasNoReading(String text) {
        assertEquals(Set.of(), LenientCredentialId.decode(text));
    }

    @Test
    void anIdLongerThanWebAuthnAllowsHasNoReading() {
        assertEquals(Set.of(), LenientCredentialId.decode("A".repeat(1368)));
    }

    @Test
    void blanksAndLineBreaksAreDropped() {
        assertEquals(Set.of(CredentialId.of(new byte[] {0, 0, 0})), LenientCredentialId.decode(" AA\r\nAA "));
    }
}
