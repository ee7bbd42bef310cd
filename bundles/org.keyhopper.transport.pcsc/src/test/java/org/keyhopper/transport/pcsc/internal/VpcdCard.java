package org.keyhopper.transport.pcsc.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import jdk.net.ExtendedSocketOptions;

/** A card in the virtual reader of vsmartcard's vpcd: its TCP connection is its stay in the reader. */
final class VpcdCard implements AutoCloseable {

    static final byte[] ATR = HexFormat.of().parseHex("3B8180018080");

    private static final int POWER_OFF = 0;
    private static final int POWER_ON = 1;
    private static final int RESET = 2;
    private static final int GET_ATR = 4;

    private final Socket socket;
    private final byte[] atr;
    private final UnaryOperator<byte[]> applet;
    private final List<String> events = new CopyOnWriteArrayList<>();

    /**
     * Inserts the card.
     *
     * @param applet answers APDUs; one that returns null pulls the card instead of answering
     */
    VpcdCard(int port, byte[] atr, UnaryOperator<byte[]> applet) {
        this.atr = atr;
        this.applet = applet;
        try {
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofPlatform().daemon().name("virtual card").start(this::serve);
    }

    /** Returns {@code on}, {@code off}, {@code reset} and the APDUs in hex, in order. */
    List<String> events() {
        return List.copyOf(events);
    }

    List<String> apdus() {
        return events.stream().filter(event -> event.matches("[0-9A-F]{8,}")).toList();
    }

    private void serve() {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            byte[] answer = receive(in);
            while (answer != null) {
                if (answer.length > 0) {
                    byte[] framed = new byte[answer.length + 2];
                    framed[0] = (byte) (answer.length >> 8);
                    framed[1] = (byte) answer.length;
                    System.arraycopy(answer, 0, framed, 2, answer.length);
                    out.write(framed);
                }
                answer = receive(in);
            }
        } catch (EOFException | SocketException over) {
            events.add("end");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] receive(DataInputStream in) throws IOException {
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        // Otherwise the kernel delays its acknowledgement, and vpcd waits for that before it sends on.
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        return message.length == 1 ? control(message[0]) : apdu(message);
    }

    private byte[] control(int code) {
        switch (code) {
            case GET_ATR -> {
                return atr;
            }
            case POWER_OFF -> events.add("off");
            case POWER_ON -> events.add("on");
            case RESET -> events.add("reset");
            default -> throw new IllegalStateException("control " + code);
        }
        return new byte[0];
    }

    private byte[] apdu(byte[] command) {
        events.add(HexFormat.of().withUpperCase().formatHex(command));
        return applet.apply(command);
    }

    /** Takes the card out. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
