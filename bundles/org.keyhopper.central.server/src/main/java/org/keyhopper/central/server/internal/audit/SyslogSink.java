package org.keyhopper.central.server.internal.audit;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.keyhopper.central.server.internal.outgoing.OutgoingSockets;
import org.slf4j.LoggerFactory;

/**
 * Syslog messages (RFC 5424) over TLS with octet counting (RFC 5425 section 4.3). The protocol confirms nothing: what was
 * written to a connection that broke is delivered again, and what was lost in the buffers of one that broke later is not
 * noticed.
 */
final class SyslogSink implements AuditSink {

    /** Facility 13, log audit, and severity 6, informational (RFC 5424 section 6.2.1). */
    private static final int PRIORITY = 13 * 8 + 6;

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int PEEK_MILLIS = 20;

    private final InetSocketAddress collector;
    private final OutgoingSockets sockets;
    private final String host;
    private Optional<SSLSocket> connection = Optional.empty();

    /**
     * Creates a sink without connecting.
     *
     * @param collector not resolved
     * @param host the name of this computer
     */
    SyslogSink(InetSocketAddress collector, OutgoingSockets sockets, String host) {
        this.collector = collector;
        this.sockets = sockets;
        this.host = host;
    }

    @Override
    public String name() {
        return "syslog:" + collector.getHostString() + ":" + collector.getPort();
    }

    @Override
    public void deliver(List<String> lines) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (String line : lines) {
            byte[] message = message(line).getBytes(StandardCharsets.UTF_8);
            frames.writeBytes((message.length + " ").getBytes(StandardCharsets.US_ASCII));
            frames.writeBytes(message);
        }
        try {
            SSLSocket socket = connected();
            socket.getOutputStream().write(frames.toByteArray());
            socket.getOutputStream().flush();
            requireOpen(socket);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private String message(String line) {
        long millis = JsonParser.parseString(line).getAsJsonObject().get("time").getAsLong();
        String structured = "-";
        return "<" + PRIORITY + ">1 " + Instant.ofEpochMilli(millis) + " " + host + " keyhopper-central "
                + ProcessHandle.current().pid() + " audit " + structured + " \uFEFF" + line;
    }

    private SSLSocket connected() throws IOException {
        if (connection.isPresent()) {
            requireOpen(connection.get());
            return connection.get();
        }
        SSLSocket socket = sockets.connectTls(collector, TIMEOUT_MILLIS);
        connection = Optional.of(socket);
        return socket;
    }

    /** A collector sends nothing; the end of its stream means that it has gone. */
    private static void requireOpen(SSLSocket socket) throws IOException {
        socket.setSoTimeout(PEEK_MILLIS);
        try {
            if (socket.getInputStream().read() < 0) {
                throw new EOFException("the collector has closed the connection");
            }
        } catch (SocketTimeoutException e) {
            // It is open, and has nothing to say.
            socket.setSoTimeout(TIMEOUT_MILLIS);
        }
    }

    @Override
    public void close() {
        connection.ifPresent(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                LoggerFactory.getLogger(SyslogSink.class).debug("A connection was not closed properly", e);
            }
        });
        connection = Optional.empty();
    }
}
