package com.zebra.sdk.comm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands in for the maker's type of this name; talks to the test that plays the printer. */
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
    public void open() throws IOException {
        socket = new Socket(host, port);
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Asks the printer; brings down the whole process when it says so, as kits with native parts do. */
    public String[] ask(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        String reply = replies.readLine();
        if (reply == null || reply.equals("THROW")) {
            throw new IOException("the printer does not answer");
        }
        if (reply.equals("CRASH")) {
            Runtime.getRuntime().halt(BROKEN);
        }
        return reply.split("\\|", -1);
    }
}
