package org.keyhopper.rehearsal.authenticator.card;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import jdk.net.ExtendedSocketOptions;

/**
 * The card side of one vpcd slot: two bytes of length, big-endian, then an APDU or one control byte.
 *
 * <p>vpcd does not authenticate: any client that connects is the card.
 */
final class VirtualReader implements AutoCloseable {
    private static final int POWER_OFF = 0;
    private static final int POWER_ON = 1;
    private static final int RESET = 2;
    private static final int GET_ATR = 4;
    private static final int CONNECT_MILLIS = 5000;

    private final Socket socket = new Socket();

    VirtualReader(InetSocketAddress slot) throws IOException {
        try {
            socket.connect(slot, CONNECT_MILLIS);
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Serves until the reader disconnects; other ends are thrown. */
    InsertedDevice.Ending serve(CardContacts card) throws IOException, CardPulledException {
        var in = new DataInputStream(socket.getInputStream());
        var out = new DataOutputStream(socket.getOutputStream());
        for (int first = in.read(); first >= 0; first = in.read()) {
            int length = first << 8 | in.readUnsignedByte();
            acknowledgeAtOnce();
            byte[] message = in.readNBytes(length);
            acknowledgeAtOnce();
            byte[] answer = message.length == 1 ? control(card, message[0]) : card.transmit(message);
            if (answer.length > 0) {
                send(out, answer);
            }
        }
        return new InsertedDevice.Ending(InsertedDevice.Ending.Kind.READER_GONE, "the reader hung up");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static byte[] control(CardContacts card, byte control) {
        switch (control) {
            case POWER_OFF -> card.powerDown();
            case POWER_ON, RESET -> card.powerUp();
            case GET_ATR -> {
                return card.atr();
            }
            default -> throw new IllegalStateException("vpcd control " + control);
        }
        return new byte[0];
    }

    private static void send(DataOutputStream out, byte[] answer) throws IOException {
        byte[] framed = new byte[answer.length + 2];
        framed[0] = (byte) (answer.length >> 8);
        framed[1] = (byte) answer.length;
        System.arraycopy(answer, 0, framed, 2, answer.length);
        out.write(framed);
        out.flush();
    }

    /**
     * vpcd sends length and body separately, and the kernel resets this option after use: without it, only 10 APDUs per
     * second are possible.
     */
    private void acknowledgeAtOnce() throws IOException {
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }
}
