package org.keyhopper.transport.pcsc.internal;

import java.io.DataInputStream;
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

/** A card in the virtual reader of vsmartcard's vpcd: it is inserted while its TCP connection is open. */
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
     * @param applet responds to APDUs; null removes the card instead of responding, an empty response keeps it silent
     */
    VpcdCard(int port, byte[] atr, UnaryOperator<byte[]> applet) {
        this.atr = atr;
        this.applet = applet;
        try {
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            acknowledgeAtOnce();
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
            boolean stays = true;
            while (stays) {
                stays = receive(in);
            }
        } catch (EOFException | SocketException over) {
            events.add("end");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns whether the card remains inserted. */
    private boolean receive(DataInputStream in) throws IOException {
        byte[] message = new byte[in.readUnsignedShort()];
        acknowledgeAtOnce();
        in.readFully(message);
        acknowledgeAtOnce();
        if (message.length == 1) {
            control(message[0]);
            return true;
        }
        return apdu(message);
    }

    /**
     * Otherwise the kernel delays the acknowledgement that vpcd waits for before it continues. Has to be set after each
     * read.
     */
    private void acknowledgeAtOnce() throws IOException {
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }

    private void control(int code) throws IOException {
        switch (code) {
            case GET_ATR -> send(atr);
            case POWER_OFF -> events.add("off");
            case POWER_ON -> events.add("on");
            case RESET -> events.add("reset");
            default -> throw new IllegalStateException("control " + code);
        }
    }

    private boolean apdu(byte[] command) throws IOException {
        events.add(HexFormat.of().withUpperCase().formatHex(command));
        byte[] answer = applet.apply(command);
        if (answer == null) {
            return false;
        }
        if (answer.length > 0) {
            send(answer);
        }
        return true;
    }

    private void send(byte[] message) throws IOException {
        byte[] framed = new byte[message.length + 2];
        framed[0] = (byte) (message.length >> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        socket.getOutputStream().write(framed);
    }

    /** Removes the card. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
