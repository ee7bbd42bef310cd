package org.keyhopper.printer.matica.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.matica.status.MaticaStatus;
import org.keyhopper.printer.support.ByteStream;

/** Compares with messages recorded at a printer. */
class MaticaProtocolTest {

    private static final String WELCOME = "f30002000000001c" + "00000000000331180000000000000000"
            + "0000000000005052494e5445523031005bf0b0c7000000000000000000000000"
            + "58494438363030202020202020202020fe80000000000000923d68fffe0258c3"
            + "2001067c2a400000923d68fffe0258c300000000000000000000000000000000";

    @Test
    void loadToContactlessMatchesTheRecording() {
        assertArrayEquals(
                hex("f0000100000000030000000000000000" + "04020002"),
                MaticaMessage.command(0, MaticaProtocol.load(Encoder.CONTACTLESS))
                        .encoded());
    }

    @ParameterizedTest
    @CsvSource({"CONTACT, 04020001, 05020001, 0a020000, 0a024000", "CONTACTLESS, 04020002, 05020002, 0a021000, 0a025000"
    })
    void everyEncoderHasItsCommands(Encoder encoder, String load, String move, String engage, String release) {
        assertEquals(word(load), MaticaProtocol.load(encoder));
        assertEquals(word(move), MaticaProtocol.move(encoder));
        assertEquals(word(engage), MaticaProtocol.engage(encoder));
        assertEquals(word(release), MaticaProtocol.release(encoder));
    }

    @Test
    void welcomeContainsTheModel() throws Exception {
        MaticaMessage welcome = read(WELCOME);
        assertEquals(MaticaMessage.WELCOME, welcome.function());
        assertEquals("XID8600", MaticaProtocol.model(welcome));
        assertEquals("", MaticaProtocol.model(new MaticaMessage(MaticaMessage.WELCOME, 0, 0, new byte[8])));
    }

    @Test
    void documentMatchesTheRecording() {
        byte[] document = MaticaProtocol.document("XID8600", LocalDateTime.of(2020, 10, 9, 10, 56, 33))
                .encoded();
        assertArrayEquals(
                hex("f20003000000001d" + "0000000299999999" + "00000000" + "7809090a3821" + "0000"),
                Arrays.copyOf(document, 28));
        assertEquals(
                0,
                ByteBuffer.wrap(MaticaProtocol.document("XID580", LocalDateTime.now())
                                .encoded())
                        .getInt(8));
    }

    @ParameterizedTest
    @CsvSource({
        "01020400, HOPPER",
        "01020001, CONTACT",
        "01020002, CONTACTLESS",
        "01020000, INSIDE",
        "01020003, INSIDE",
        "01020004, HOPPER",
        "01020005, HOPPER",
        "'', UNKNOWN"
    })
    void positionReplyIsMapped(String data, CardLocation location) {
        assertEquals(location, MaticaProtocol.location(hex(data)));
    }

    @Test
    void refusalHasItsErrorWord() throws Exception {
        MaticaMessage reply = read("f1000200" + "00000002" + "0002d000" + "00000007");
        assertEquals(MaticaMessage.REFUSED, reply.function());
        assertEquals(MaticaStatus.NO_CARDS, reply.status());
        assertEquals(7, reply.sequence());
    }

    @Test
    void incompleteOrInvalidMessageFails() {
        assertThrows(EOFException.class, () -> read(WELCOME.substring(0, 40)));
        assertThrows(IOException.class, () -> read("f1000100" + "00000001" + "00000000"));
        assertThrows(IOException.class, () -> read("f1000100" + "7fffffff" + "00000000"));
    }

    private static MaticaMessage read(String text) throws IOException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.wrap(hex(text));
        return MaticaMessage.read(
                new ByteStream() {
                    @Override
                    public void write(byte[] ignored, Deadline deadline) {
                        throw new AssertionError("unexpected write");
                    }

                    @Override
                    public int read(Deadline deadline) {
                        return bytes.hasRemaining() ? bytes.get() & 0xFF : -1;
                    }

                    @Override
                    public void close() {
                        bytes.clear();
                    }
                },
                Deadline.inSeconds(1));
    }

    private static int word(String hex) {
        return ByteBuffer.wrap(hex(hex)).getInt();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
