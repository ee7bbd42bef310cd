package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.fake.FakeKey;

/** Names of passkeys, within what the directory takes. */
class PasskeyNameTest {

    private static final String MODEL = "YubiKey 5 Series with NFC and Lightning (FIPS)";

    @ParameterizedTest
    @CsvSource({
        "'{model} {serial}', 30, YubiKey 5 Series with 12345678",
        "'{model} {serial}', 26, YubiKey 5 Series 12345678",
        "'{model} {serial}', 12, Yub 12345678",
        "'{model} {serial}', 9, 12345678",
        "'{serial} {model}', 20, 12345678 YubiKey 5",
        "'{model}', 20, YubiKey 5 Series",
        "'{user}: {serial} {model}', 24, 'Anna Almqvist: 12345678'",
        "'{user} {serial}', 14, Anna 12345678",
        "'Key of the finance department {serial}', 24, Key of the 12345678",
        "'{model} {serial}', 5, 45678"
    })
    void theSerialNumberIsNeverCut(String template, int longest, String expected) {
        assertEquals(expected, new PasskeyName(template, MODEL, "12345678", "Anna Almqvist", longest).name());
    }

    @Test
    void whatFitsIsLeftAlone() {
        assertEquals("A 1", new PasskeyName("{model} {serial}", "A", "1", "Anna", 3).name());
        assertEquals("A", new PasskeyName("{model} {serial}", "A", "", "Anna", 30).name());
    }

    /** Two code units each: counted so, a directory that counts either way takes the name. */
    @Test
    void aCharacterOutsideOfTheBasicPlaneIsNotHalved() {
        String name = new PasskeyName("{model} {serial}", "\uD83D\uDD11\uD83D\uDD11\uD83D\uDD11", "12", "", 6).name();
        assertEquals("\uD83D\uDD11 12", name);
        assertFalse(name.length() > 6);
    }

    @Test
    void theDirectoryGetsTheShortenedNameAndTheOutcomeTellsTheSame() {
        CeremonyBench bench = new CeremonyBench();
        bench.key = FakeKey.newUsb("KH-12345");
        bench.directory.maxNameLength = 10;
        var outcome = bench.perform(new Profile(
                new PinRule.Random(6),
                OptionalInt.empty(),
                Set.of(),
                Profile.Unsupported.LEAVE_OUT,
                "{model} {serial}",
                Set.of()));
        assertEquals("F KH-12345", outcome.passkey().orElseThrow().deviceName());
        assertEquals("F KH-12345", bench.directory.lastName);
    }
}
