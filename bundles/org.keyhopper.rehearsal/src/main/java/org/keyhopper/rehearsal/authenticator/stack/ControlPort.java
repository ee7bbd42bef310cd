package org.keyhopper.rehearsal.authenticator.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Reads command lines and answers each with one line, from a stream or from clients on the loopback interface. */
public final class ControlPort {
    private static final String LAST = "quit";

    private final Function<String, ?> commands;

    /** Creates a port that answers each line with the result of the function, written as one line. */
    public ControlPort(Function<String, ?> commands) {
        this.commands = commands;
    }

    /** Serves one stream until it ends; returns whether that was caused by {@code quit}. */
    public boolean serve(InputStream in, OutputStream out) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        var answers = new PrintStream(out, true, StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                answers.println(commands.apply(line));
            }
            if (line.strip().equals(LAST)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Serves one client after another until one of them sends {@code quit}.
     *
     * @param port 0 for any; the actual port is announced as {@code {"control":PORT}}
     */
    public void listen(int port, PrintStream announcements) throws IOException {
        try (var server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            announcements.println("{\"control\":" + server.getLocalPort() + "}");
            boolean quit = false;
            while (!quit) {
                quit = serveNext(server);
            }
        }
    }

    private boolean serveNext(ServerSocket server) throws IOException {
        try (Socket client = server.accept()) {
            client.setTcpNoDelay(true);
            return serve(client.getInputStream(), client.getOutputStream());
        }
    }
}
