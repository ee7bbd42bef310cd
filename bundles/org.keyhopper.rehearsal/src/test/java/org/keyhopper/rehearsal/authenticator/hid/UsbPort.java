package org.keyhopper.rehearsal.authenticator.hid;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The host's side of one USB port, for tests. */
final class UsbPort implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private Socket socket;
    private DataInputStream in;
    private String label;

    UsbPort() throws IOException {
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /** Accepts the connection of a key. */
    void accept() throws IOException {
        socket = server.accept();
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            line.append((char) letter);
        }
        label = line.toString();
    }

    String label() {
        return label;
    }

    void send(int channel, int command, int... data) throws IOException {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        send(new CtapHidMessage(channel, command, bytes));
    }

    void send(CtapHidMessage frame) throws IOException {
        for (byte[] report : frame.reports()) {
            socket.getOutputStream().write(report);
        }
    }

    void sendReport(byte[] report) throws IOException {
        socket.getOutputStream().write(report);
    }

    /** Returns the next whole message of the key. */
    CtapHidMessage receive() throws IOException {
        ByteBuffer first = ByteBuffer.wrap(in.readNBytes(CtapHidMessage.REPORT));
        int channel = first.getInt();
        int command = first.get() & 0x7F;
        ByteBuffer data = ByteBuffer.allocate(first.getShort() & 0xFFFF);
        take(first, data);
        while (data.hasRemaining()) {
            take(ByteBuffer.wrap(in.readNBytes(CtapHidMessage.REPORT)).position(5), data);
        }
        return new CtapHidMessage(channel, command, data.array());
    }

    /** Returns the next message other than a keep-alive. */
    CtapHidMessage receiveAnswer() throws IOException {
        CtapHidMessage frame = receive();
        while (frame.command() == CtapHidMessage.KEEPALIVE) {
            frame = receive();
        }
        return frame;
    }

    /** Waits until the key disconnects; returns the number of bytes received before. */
    int receiveRest() throws IOException {
        return in.readAllBytes().length;
    }

    /** Allocates a channel. */
    int introduce() throws IOException {
        send(new CtapHidMessage(
                Channels.BROADCAST, CtapHidMessage.INIT, "12345678".getBytes(StandardCharsets.US_ASCII)));
        return ByteBuffer.wrap(receive().data()).getInt(8);
    }

    private static void take(ByteBuffer packet, ByteBuffer data) {
        byte[] part = new byte[Math.min(packet.remaining(), data.remaining())];
        packet.get(part);
        data.put(part);
    }

    static byte[] numbers(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 3);
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        server.close();
    }
}
