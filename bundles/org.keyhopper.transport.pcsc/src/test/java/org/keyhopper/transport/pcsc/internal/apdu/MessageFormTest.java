package org.keyhopper.transport.pcsc.internal.apdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;

/** The encoding of messages as APDUs. */
class MessageFormTest {

    private final ScriptedCard card = new ScriptedCard();

    @ParameterizedTest
    @CsvSource({"1,1", "250,1", "251,2", "255,2", "256,2", "500,2", "501,3", "1024,5", "7609,31"})
    void chainsShortApdus(int length, int apdus) throws ChannelException {
        byte[] message = message(length);
        answerBlocks(apdus);
        exchange(ctap(false), message);
        List<byte[]> commands = sent();
        assertEquals(apdus, commands.size());
        assertArrayEquals(message, joined(commands));
        assertTrue(commands.stream().allMatch(command -> command.length <= 256));
    }

    @Test
    void onlyTheLastBlockExpectsAResponse() throws ChannelException {
        answerBlocks(2);
        exchange(ctap(false), message(251));
        assertTrue(card.commands().getFirst().startsWith("90108000FA"));
        assertEquals(2 * (5 + 250), card.commands().getFirst().length());
        assertEquals("8010800001FB00", card.commands().getLast());
    }

    @Test
    void stopsARefusedChain() {
        card.answering("6F00");
        assertThrows(ChannelException.class, () -> exchange(ctap(false), message(600)));
        assertEquals(1, card.commands().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 7609})
    void sendsOneExtendedApduIfSupported(int length) throws ChannelException {
        answerBlocks(1);
        exchange(ctap(true), message(length));
        String head = "80108000" + "00%04X".formatted(length);
        assertTrue(card.commands().getFirst().startsWith(head));
        assertTrue(card.commands().getFirst().endsWith("0000"));
        assertEquals(2 * (length + 9), card.commands().getFirst().length());
    }

    @Test
    void fallsBackToChainingOnce() throws ChannelException {
        CardTraits traits = new CardTraits(true);
        card.answering("6700", "9000", "009000", "9000", "009000");
        exchange(ctap(traits), message(300));
        exchange(ctap(traits), message(300));
        assertEquals(5, card.commands().size());
        assertFalse(traits.extended());
    }

    @Test
    void repeatsGetInfoAsShortApduAfterReaderFailure() throws ChannelException {
        CardTraits traits = new CardTraits(true);
        card.answering(ScriptedCard.FAILURE, "00A09000");
        exchange(ctap(traits), new byte[] {4});
        assertEquals("80108000010400", card.commands().getLast());
        assertFalse(traits.extended());
    }

    @Test
    void repeatsNoOtherMessageAfterReaderFailure() {
        CardTraits traits = new CardTraits(true);
        card.answering(ScriptedCard.FAILURE, "009000");
        assertThrows(ChannelException.class, () -> exchange(ctap(traits), message(300)));
        assertEquals(1, card.commands().size());
        assertFalse(traits.extended());
    }

    @Test
    void rejectsMessagesThatAreTooLong() {
        assertThrows(IllegalArgumentException.class, () -> exchange(ctap(false), message(7610)));
        assertThrows(IllegalArgumentException.class, () -> exchange(ctap(false), new byte[0]));
        assertTrue(card.commands().isEmpty());
    }

    private NfcCtap ctap(boolean extended) {
        return ctap(new CardTraits(extended));
    }

    private NfcCtap ctap(CardTraits traits) {
        return new NfcCtap(card, traits, Duration.ofMillis(1));
    }

    private static void exchange(NfcCtap ctap, byte[] message) throws ChannelException {
        assertEquals(0, ctap.exchange(message, ExchangeControl.within(Deadline.inSeconds(10)))[0]);
    }

    private void answerBlocks(int apdus) {
        card.answering(Collections.nCopies(apdus - 1, "9000").toArray(String[]::new));
        card.answering("009000");
    }

    private List<byte[]> sent() {
        return card.commands().stream().map(HexFormat.of()::parseHex).toList();
    }

    private static byte[] joined(List<byte[]> commands) {
        StringBuilder all = new StringBuilder();
        commands.forEach(command -> all.append(
                HexFormat.of().formatHex(Arrays.copyOfRange(command, 5, 5 + Byte.toUnsignedInt(command[4])))));
        return HexFormat.of().parseHex(all);
    }

    private static byte[] message(int length) {
        byte[] message = new byte[length];
        for (int i = 0; i < length; i++) {
            message[i] = (byte) (i + 1);
        }
        return message;
    }
}
