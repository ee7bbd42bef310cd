package org.keyhopper.transport.hid.internal.ctaphid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.transport.ChannelException;

class PacketsTest {

    private static final int CHANNEL = 0x01020304;

    @Test
    void shortMessageIsOnePacket() {
        List<byte[]> packets = Packets.of(CHANNEL, new HidMessage(0x10, new byte[] {0x04}), 64);
        assertEquals(
                "01020304" + "90" + "0001" + "04" + "00".repeat(56),
                HexFormat.of().formatHex(packets.getFirst()));
        assertEquals(1, packets.size());
    }

    @Test
    void longMessageHasNumberedContinuations() {
        List<byte[]> packets = Packets.of(CHANNEL, new HidMessage(0x10, new byte[57 + 59 + 1]), 64);
        assertEquals(3, packets.size());
        assertEquals("0102030400", HexFormat.of().formatHex(packets.get(1), 0, 5));
        assertEquals("0102030401", HexFormat.of().formatHex(packets.get(2), 0, 5));
    }

    @ParameterizedTest
    @CsvSource({"64,0", "64,1", "64,57", "64,58", "64,116", "64,117", "64,7609", "32,1000", "16,100"})
    void fragmentedMessageIsReassembled(int reportLength, int length) throws ChannelException {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) (i * 7);
        }
        assertArrayEquals(
                data,
                through(Packets.of(CHANNEL, new HidMessage(0x3A, data), reportLength))
                        .orElseThrow()
                        .data());
    }

    @Test
    void longestMessageDependsOnReportLength() {
        assertEquals(7609, Packets.longestMessage(64));
        assertEquals(
                128,
                Packets.of(CHANNEL, new HidMessage(0x10, new byte[7609]), 64).size() - 1);
    }

    @Test
    void continuationWithoutInitializationIsIgnored() throws ChannelException {
        List<byte[]> packets = Packets.of(CHANNEL, new HidMessage(0x10, new byte[100]), 64);
        assertTrue(through(packets.subList(1, 2)).isEmpty());
    }

    @Test
    void newMessageReplacesAnIncompleteOne() throws ChannelException {
        MessageAssembly assembly = new MessageAssembly(CHANNEL);
        assembly.add(
                Packets.of(CHANNEL, new HidMessage(0x10, new byte[100]), 64).getFirst());
        byte[] error =
                Packets.of(CHANNEL, new HidMessage(0x3F, new byte[] {6}), 64).getFirst();
        assertEquals(6, assembly.add(error).orElseThrow().firstByte());
    }

    @Test
    void tooShortReportIsIgnored() throws ChannelException {
        assertTrue(new MessageAssembly(CHANNEL).add(new byte[] {1, 2, 3, 4}).isEmpty());
    }

    private static Optional<HidMessage> through(List<byte[]> packets) throws ChannelException {
        MessageAssembly assembly = new MessageAssembly(CHANNEL);
        Optional<HidMessage> message = Optional.empty();
        for (byte[] packet : packets) {
            message = assembly.add(packet);
        }
        return message;
    }
}
