package org.keyhopper.central.server.internal.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An SMTP server on the loopback interface that records the commands and messages it receives. */
final class TestMailServer implements AutoCloseable {

    /** How it protects connections. */
    enum Kind {
        TLS,
        STARTTLS,
        PLAIN
    }

    /** Lines of the client, those of the message included; "(TLS)" where TLS begins. */
    final List<String> lines = new CopyOnWriteArrayList<>();

    /** The account keyhopper with the password secret (RFC 4616). */
    private static final String KNOWN =
            Base64.getEncoder().encodeToString("\0keyhopper\0secret".getBytes(StandardCharsets.US_ASCII));

    private final Kind kind;
    private final SSLContext context;
    private final ServerSocket server;

    /** The answer to RCPT. */
    volatile String toRecipient = "250 OK";

    /** Whether it closes the connection in place of an answer to QUIT. */
    volatile boolean hangsUp;

    TestMailServer(Kind kind, SSLContext context) throws IOException {
        this.kind = kind;
        this.context = context;
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                serve(kind == Kind.TLS ? secured(socket) : socket, true);
            } catch (IOException e) {
                lines.add("(ended)");
            }
        }
    }

    private Socket secured(Socket socket) throws IOException {
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        lines.add("(TLS)");
        return secured;
    }

    private void serve(Socket socket, boolean greets) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        if (greets) {
            say(socket, "220 test");
        }
        String line = in.readLine();
        while (line != null) {
            lines.add(line);
            String word = line.split(" ")[0].toUpperCase(Locale.ROOT);
            switch (word) {
                case "EHLO" ->
                    say(
                            socket,
                            kind == Kind.STARTTLS
                                    ? "250-test\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN"
                                    : "250-test\r\n250 AUTH PLAIN");
                case "STARTTLS" -> {
                    say(socket, "220 go on");
                    serve(secured(socket), false);
                    return;
                }
                case "AUTH" -> {
                    say(socket, "334 ");
                    String given = in.readLine();
                    say(socket, KNOWN.equals(given) ? "235 known" : "535 unknown");
                }
                case "RCPT" -> say(socket, toRecipient);
                case "DATA" -> {
                    say(socket, "354 go on");
                    for (String text = in.readLine(); !text.equals("."); text = in.readLine()) {
                        lines.add(text);
                    }
                    say(socket, "250 taken");
                }
                case "QUIT" -> {
                    if (!hangsUp) {
                        say(socket, "221 bye");
                    }
                    return;
                }
                default -> say(socket, "250 OK");
            }
            line = in.readLine();
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
