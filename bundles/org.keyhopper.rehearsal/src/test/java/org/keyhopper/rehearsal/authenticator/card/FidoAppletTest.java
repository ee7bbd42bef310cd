package org.keyhopper.rehearsal.authenticator.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

class FidoAppletTest {
    private static final String SELECT = "00A4040008A0000006472F000100";
    private static final String VERSION = HexFormat.of().formatHex("FIDO_2_0".getBytes());
    private static final String RETRIES = "801080000406A10201";
    private static final String RETRIES_ANSWER = "00a2030804f4";

    @ParameterizedTest
    @CsvSource({
        "plain, 00A4040008A0000006472F000100, 4649444f5f325f309000",
        "plain, 00A4040008A0000006472F0002, 6a82",
        "no-applet, 00A4040008A0000006472F000100, 6a82",
        "u2f-only, 00A4040008A0000006472F000100, 5532465f56329000",
        "plain, 80108000010400, 6d00",
        "plain, 80100000FF04, 6700",
        "plain, 00A404, 6700"
    })
    void firstCommandAfterPowerUp(String traits, String apdu, String answer) throws CardPulledException {
        assertEquals(answer, send(Card.fresh("KH-1", Personalities.parse(traits)), apdu));
    }

    @ParameterizedTest
    @CsvSource({
        "no-polling, 80108000010400, 6a86",
        "short-apdu, 80108000000001040000, 6700",
        "u2f-only, 80108000010400, 6d00",
        "u2f-only, 0003000000, 5532465f56329000",
        "plain, 0003000000, 6d00",
        "plain, 84108000010400, 6e00",
        "plain, 8011000000, 6985",
        "plain, 00C0000000, 6985"
    })
    void commandAfterSelect(String traits, String apdu, String answer) throws CardPulledException {
        assertEquals(answer, send(selected(traits), apdu));
    }

    @Test
    void wrongLeReturnsTheRightOne() throws CardPulledException {
        Card card = Card.fresh("KH-1", Personalities.parse("exact-le"));
        assertEquals("6c08", send(card, SELECT));
        assertEquals(VERSION + "9000", send(card, SELECT.substring(0, SELECT.length() - 2) + "08"));
        assertEquals("6c06", send(card, RETRIES + "00"));
        assertEquals(RETRIES_ANSWER + "9000", send(card, RETRIES + "06"));
    }

    @Test
    void t0CardAnnouncesData() throws CardPulledException {
        Card card = Card.fresh("KH-1", Personalities.parse("t0"));
        assertEquals("6108", send(card, SELECT));
        assertEquals(VERSION + "9000", send(card, "00C0000008"));
    }

    @ParameterizedTest
    @CsvSource({"00C0000000", "80C0000000"})
    void longResponsesAreDivided(String getResponse) throws CardPulledException {
        Card card = selected("block=200");
        String first = send(card, "80108000010400");
        assertEquals(2 * 202, first.length());
        assertTrue(first.substring(400).startsWith("61"));
        assertTrue(send(card, getResponse).endsWith("9000"));
    }

    @Test
    void chainedBlocksMakeOneMessage() throws CardPulledException {
        Card card = selected("plain");
        assertEquals("9000", send(card, "901080000206A1"));
        assertEquals(RETRIES_ANSWER + "9000", send(card, "8010800002020100"));
    }

    @Test
    void extendedLengthsAreSupported() throws CardPulledException {
        assertEquals(RETRIES_ANSWER + "9000", send(selected("plain"), "80108000" + "000004" + "06A10201" + "0000"));
    }

    @Test
    void polledCommandCanBeCancelled() throws CardPulledException {
        Card card = selected("keep-alive=2");
        String create = ExampleMessages.create("80");
        assertEquals("029100", send(card, create));
        assertEquals("2d9000", send(card, "8011110000"));
        assertEquals(0, card.state().credentials().size());
        assertEquals("029100", send(card, create));
        assertEquals("029100", send(card, "8011000000"));
        assertTrue(send(card, "8011000000").startsWith("00"));
        assertEquals(1, card.state().credentials().size());
    }

    @Test
    void resetMayDeselectTheApplet() throws CardPulledException {
        Card card = selected("reselect-after-reset");
        assertEquals("009000", send(card, "80108000010700"));
        assertEquals("6d00", send(card, "80108000010400"));
        assertEquals(VERSION + "9000", send(card, SELECT));
    }

    private static Card selected(String traits) throws CardPulledException {
        Card card = Card.fresh("KH-1", Personalities.parse(traits));
        send(card, SELECT);
        return card;
    }

    private static String send(Card card, String apdu) throws CardPulledException {
        return HexFormat.of().formatHex(card.transmit(HexFormat.of().parseHex(apdu)));
    }
}
