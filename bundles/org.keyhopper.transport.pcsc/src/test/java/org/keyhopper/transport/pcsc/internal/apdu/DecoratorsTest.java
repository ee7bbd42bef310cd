package org.keyhopper.transport.pcsc.internal.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.transport.ChannelException;

class DecoratorsTest {

    private final ScriptedCard card = new ScriptedCard();

    @Test
    void traceHoldsHeadersAndLengthsButNoData() throws ChannelException {
        List<String> lines = new ArrayList<>();
        card.answering("11229000");
        new TracingApduLink(card, lines::add).transmit(HexFormat.of().parseHex("8010800002ABCD00"));
        assertEquals(1, lines.size());
        assertTrue(lines.getFirst().startsWith("80108000 +4 -> 9000 +2, "), lines::getFirst);
    }

    @ParameterizedTest
    @CsvSource({"8010800002ABCD00, 8010800002ABCD", "8011000000, 8011000000", "9010800002ABCD, 9010800002ABCD"})
    void leIsRemovedFromCommandsWithDataOverT0(String command, String sent) throws ChannelException {
        card.answering("9000");
        new WithoutLeOverT0(card).transmit(HexFormat.of().parseHex(command));
        assertEquals(List.of(sent), card.commands());
    }

    @ParameterizedTest
    @CsvSource({
        "8011000000, 8011000010",
        "8010800002ABCD00, 8010800002ABCD10",
        "80108000000002ABCD0000, 80108000000002ABCD0010"
    })
    void requestedLengthIsInserted(String command, String corrected) throws ChannelException {
        card.answering("6C10", "9000");
        new CorrectLe(card).transmit(HexFormat.of().parseHex(command));
        assertEquals(List.of(command, corrected), card.commands());
    }

    @Test
    void blockWithoutLeKeepsItsLastByte() throws ChannelException {
        card.answering("6C10");
        byte[] answer = new CorrectLe(card).transmit(HexFormat.of().parseHex("9010800002ABCD"));
        assertEquals("6c10", HexFormat.of().formatHex(answer));
        assertEquals(List.of("9010800002ABCD"), card.commands());
    }

    @Test
    void responseWithoutStatusWordIsAProtocolError() {
        card.answering("90");
        assertThrows(ChannelException.class, () -> new GetResponse(card).transmit(new byte[5]));
    }

    @ParameterizedTest
    @CsvSource({
        "3BFD1300008131FE158073C021C057597562694B657940, true",
        "3BD596FF8191FE1FC34334303030C9, false",
        "3B8D80018073C021C057597562694B65F9, true",
        "3B8C8001804373802102205A6A6BFF, false",
        "3B00, false",
        "3B, false"
    })
    void extendedLengthIsReadFromTheAtr(String atr, boolean expected) {
        assertEquals(expected, AtrCapabilities.extendedLength(HexFormat.of().parseHex(atr)));
    }

    @Test
    void recognisesContactlessAtr() {
        assertTrue(AtrCapabilities.contactless(HexFormat.of().parseHex("3B8D80018073C021C057597562694B65F9")));
        assertFalse(AtrCapabilities.contactless(HexFormat.of().parseHex("3BD596FF8191FE1FC34334303030C9")));
    }
}
