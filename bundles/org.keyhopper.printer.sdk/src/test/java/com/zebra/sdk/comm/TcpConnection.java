package com.zebra.sdk.comm;

import com.zebra.sdk.common.card.exceptions.ZebraCardException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Replaces the vendor's type of this name; connects to the test's emulated printer. */
public final class TcpConnection implements Connection {

    private static final int BROKEN = 134;

    private final String host;
    private final int port;
    private Socket socket;
    private BufferedReader replies;

    public TcpConnection(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public void open() throws ConnectionException {
        try {
            socket = new Socket(host, port);
            replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ConnectionException(e.toString());
        }
        try {
            ask("OPEN");
        } catch (ZebraCardException e) {
            throw new ConnectionException(e.toString());
        }
    }

    /**
     * Sends a query to the printer. THROW makes the connection fail, REFUSE the query; CRASH ends the whole process, as
     * SDKs with native parts do.
     */
    public String[] ask(String line) throws ConnectionException, ZebraCardException {
        String reply = replyTo(line);
        if (reply == null || reply.equals("THROW")) {
            throw new ConnectionException("could not read from the printer");
        }
        if (reply.equals("CRASH")) {
            Runtime.getRuntime().halt(BROKEN);
        }
        if (reply.startsWith("REFUSE")) {
            throw new ZebraCardException(reply);
        }
        return reply.split("\\|", -1);
    }

    private String replyTo(String line) throws ConnectionException {
        try {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return replies.readLine();
        } catch (IOException e) {
            throw new ConnectionException(e.toString());
        }
    }
}
