package org.keyhopper.transport.pcsc.internal.apdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;

class NfcCtapTest {

    private static final String SELECT = "00A4040008A0000006472F000100";
    private static final String SELECTED = "4649444F5F325F309000";
    private static final String U2F = "5532465F56329000";
    private static final String GET_INFO = "80108000010400";

    private final ScriptedCard card = new ScriptedCard();
    private final CardTraits traits = new CardTraits(false);
    private final NfcCtap ctap = new NfcCtap(card, traits, Duration.ofMillis(1));

    @Test
    void selectsTheFidoApplicationWithLe() throws ChannelException {
        card.answering(SELECTED);
        ctap.select();
        assertEquals(List.of(SELECT), card.commands());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6A82", "6985", "6D00", "6999"})
    void refusedSelectIsNoFidoApplet(String sw) {
        card.answering(sw);
        ChannelException refusal = assertThrows(ChannelException.class, ctap::select);
        assertTrue(refusal.problem().is(DeviceProblem.NO_FIDO_APPLET));
        assertEquals(List.of(sw), refusal.problem().arguments());
    }

    @Test
    void cardNamingOnlyU2fIsAskedForGetInfo() throws ChannelException {
        card.answering(U2F, "00A09000");
        ctap.select();
        assertArrayEquals(hex("00A0"), exchange("04"));
    }

    @Test
    void cardNamingOnlyU2fAndRefusingMessagesIsU2fOnly() throws ChannelException {
        card.answering(U2F, "6D00", "6D00");
        ctap.select();
        assertProblem(DeviceProblem.U2F_ONLY, "04");
    }

    @Test
    void returnsStatusAndCborUnchanged() throws ChannelException {
        select();
        card.answering("319000");
        assertArrayEquals(hex("31"), exchange("04"));
        assertEquals(GET_INFO, card.commands().getLast());
    }

    @Test
    void fetchesLongResponseWithInterindustryClass() throws ChannelException {
        select();
        card.answering("00016102", "02039000");
        assertArrayEquals(hex("00010203"), exchange("04"));
        assertEquals("00C0000002", card.commands().getLast());
    }

    @Test
    void fetchesLongResponseWithCommandClassIfRequired() throws ChannelException {
        select();
        card.answering("00016102", "6E00", "02036102", "04059000");
        assertArrayEquals(hex("000102030405"), exchange("04"));
        assertEquals(
                List.of("00C0000002", "80C0000002", "80C0000002"),
                card.commands().subList(2, card.commands().size()));
    }

    @Test
    void getResponseWithoutDataFails() throws ChannelException {
        select();
        card.answering("61F5", "61F5");
        assertProblem(DeviceProblem.PROTOCOL_ERROR, "04");
        assertEquals(3, card.commands().size());
    }

    @Test
    void repeatsWithTheRequestedLength() throws ChannelException {
        select();
        card.answering("6C20", "00A09000");
        assertArrayEquals(hex("00A0"), exchange("04"));
        assertEquals("80108000010420", card.commands().getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6A86", "6B00", "6D00", "6A81"})
    void omitsKeepAliveIfRefused(String sw) throws ChannelException {
        select();
        card.answering(sw, "00A09000", "00A19000");
        exchange("04");
        exchange("04");
        assertEquals(
                List.of(GET_INFO, "80100000010400", "80100000010400"),
                card.commands().subList(1, 4));
        assertFalse(traits.polling());
    }

    @Test
    void omitsKeepAliveIfRefusedByNextCardWithSameAtr() throws ChannelException {
        select();
        card.answering("00A09000", "6A86", "00A19000");
        exchange("04");
        traits.anotherCard();
        exchange("04");
        assertEquals("80100000010400", card.commands().getLast());
    }

    @Test
    void keepsKeepAliveOnceAccepted() throws ChannelException {
        select();
        card.answering("00A09000", "6A86");
        exchange("04");
        assertProblem(DeviceProblem.PROTOCOL_ERROR, "04");
        assertTrue(traits.polling());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6D00", "6E00", "6985"})
    void selectsAgainIfTheSelectionWasLost(String sw) throws ChannelException {
        select();
        card.answering("009000", sw, SELECTED, "00A09000");
        assertArrayEquals(hex("00"), exchange("07"));
        assertArrayEquals(hex("00A0"), exchange("04"));
        assertEquals(
                List.of("80108000010700", GET_INFO, SELECT, GET_INFO),
                card.commands().subList(1, 5));
    }

    @Test
    void doesNotSelectAgainIfTheCommandMayHaveRun() throws ChannelException {
        select();
        card.answering("009000", "6F00");
        exchange("04");
        assertProblem(DeviceProblem.PROTOCOL_ERROR, "01");
        assertEquals(3, card.commands().size());
    }

    @Test
    void selectsAgainOnlyOnce() throws ChannelException {
        select();
        card.answering("009000", "6E00", SELECTED, "6E00");
        exchange("04");
        assertProblem(DeviceProblem.PROTOCOL_ERROR, "04");
        assertEquals(5, card.commands().size());
    }

    @Test
    void messageThatMayHaveArrivedIsNotRepeated() throws ChannelException {
        select();
        card.answering(ScriptedCard.FAILURE);
        assertProblem(DeviceProblem.GONE, "01");
        assertEquals(2, card.commands().size());
    }

    @ParameterizedTest
    @CsvSource({"6F27, 27", "6F30, 30"})
    void ctapStatusInTheStatusWordIsReturned(String sw, String status) throws ChannelException {
        select();
        card.answering(sw);
        assertArrayEquals(hex(status), exchange("07"));
    }

    @Test
    void readerLosingTheCardIsGone() throws ChannelException {
        select();
        card.answering("6401");
        assertProblem(DeviceProblem.GONE, "01");
    }

    @Test
    void responseWithoutCtapStatusIsAProtocolError() throws ChannelException {
        select();
        card.answering("9000");
        assertProblem(DeviceProblem.PROTOCOL_ERROR, "04");
    }

    private void select() throws ChannelException {
        card.answering(SELECTED);
        ctap.select();
    }

    private byte[] exchange(String message) throws ChannelException {
        return ctap.exchange(hex(message), ExchangeControl.within(Deadline.inSeconds(10)));
    }

    private void assertProblem(DeviceProblem expected, String message) {
        ChannelException failure = assertThrows(ChannelException.class, () -> exchange(message));
        assertTrue(failure.problem().is(expected), failure::getMessage);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
