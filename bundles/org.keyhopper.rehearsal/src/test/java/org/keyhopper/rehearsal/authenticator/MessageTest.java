package org.keyhopper.rehearsal.authenticator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.Personality;

class MessageTest {
    @ParameterizedTest
    @CsvSource({
        "'', 03",
        "55, 01",
        "01, 14",
        "01FFFF, 12",
        "06A000, 12",
        "06A202010101, 12",
        "06A10201A0, 12",
        "06A2020102 01, 12",
        "06A1021801, 12",
        "06A102617A, 11",
        "06A1021877, 3E",
        "06A10202, 14",
        "06A201090202, 02",
        "015B7FFFFFFFFFFFFFFF, 12",
        "08, 30",
        "0AA10103, 30",
        "0AA10101, 36",
        "0DA10107, 3E"
    })
    void malformedMessagesReturnTheSpecifiedStatus(String message, String status) {
        byte[] answer = SoftwareAuthenticator.fresh(Personality.plain())
                .handle(HexFormat.of().parseHex(message.replace(" ", "")), Interaction.alwaysPresent());
        assertArrayEquals(HexFormat.of().parseHex(status), answer);
    }

    @Test
    void mapKeysAreInTheOrderOfTheSpecification() {
        byte[] encoded = CborMapBuilder.empty()
                .put(-3, 0)
                .put(24, 0)
                .put(-1, 0)
                .put(3, 0)
                .put(1, 0)
                .encoded();
        assertEquals("a5010003001818002000" + "2200", HexFormat.of().formatHex(encoded));
    }

    @Test
    void textKeysAreShortestFirst() {
        byte[] encoded =
                CborMapBuilder.empty().put("type", 0).put("id", 0).put("alg", 0).encoded();
        assertEquals(
                "a3626964" + "00" + "63616c67" + "00" + "6474797065" + "00",
                HexFormat.of().formatHex(encoded));
    }
}
