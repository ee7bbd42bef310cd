package org.keyhopper.rehearsal.authenticator.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

/** The test acts as the reader. */
class VirtualCardTest {
    private static final String SELECT = "00A4040008A0000006472F000100";

    private final Card card = Card.fresh("KH-1", Personalities.parse("plain"));
    private ServerSocket slot;

    @BeforeEach
    void openSlot() throws IOException {
        slot = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void closeSlot() throws IOException {
        slot.close();
    }

    @Test
    void readerReceivesAtrAndResponses() throws IOException {
        try (var inserted = insert();
                Socket reader = slot.accept()) {
            send(reader, "04");
            assertArrayEquals(card.atr(), receive(reader));
            send(reader, "01");
            send(reader, SELECT);
            assertEquals("4649444f5f325f309000", HexFormat.of().formatHex(receive(reader)));
            assertEquals(true, inserted.ending().isEmpty());
        }
    }

    @Test
    void powerOffClearsTheSelection() throws IOException {
        try (var inserted = insert();
                Socket reader = slot.accept()) {
            send(reader, SELECT);
            receive(reader);
            send(reader, "00");
            send(reader, "80108000010400");
            assertEquals("6d00", HexFormat.of().formatHex(receive(reader)));
            assertEquals(true, inserted.ending().isEmpty());
        }
    }

    @Test
    void removingClosesTheConnection() throws IOException {
        VirtualCard inserted = insert();
        try (Socket reader = slot.accept()) {
            inserted.close();
            assertThrows(EOFException.class, () -> receive(reader));
            assertEquals(
                    InsertedDevice.Ending.Kind.REMOVED,
                    inserted.ending().orElseThrow().kind());
        }
    }

    @Test
    void removedCardClosesTheConnection() throws IOException {
        card.arm(Fault.of(CommandKind.GET_INFO, 1, Fault.Effect.PULL_AFTER));
        try (var inserted = insert();
                Socket reader = slot.accept()) {
            send(reader, SELECT);
            receive(reader);
            send(reader, "80108000010400");
            assertThrows(EOFException.class, () -> receive(reader));
            assertEquals(
                    InsertedDevice.Ending.Kind.PULLED,
                    inserted.ending().orElseThrow().kind());
        }
    }

    @Test
    void noReaderIsAnError() throws IOException {
        InetSocketAddress address = address();
        slot.close();
        assertThrows(ConnectException.class, () -> VirtualCard.insert(card, address));
    }

    private VirtualCard insert() throws IOException {
        return VirtualCard.insert(card, address());
    }

    private InetSocketAddress address() {
        return (InetSocketAddress) slot.getLocalSocketAddress();
    }

    private static void send(Socket reader, String hex) throws IOException {
        byte[] message = HexFormat.of().parseHex(hex);
        var out = new DataOutputStream(reader.getOutputStream());
        out.writeShort(message.length);
        out.write(message);
    }

    private static byte[] receive(Socket reader) throws IOException {
        var in = new DataInputStream(reader.getInputStream());
        return in.readNBytes(in.readUnsignedShort());
    }
}
