package org.keyhopper.printer.entrust.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.ByteStream;
import org.keyhopper.printer.support.HostPort;
import org.keyhopper.printer.support.SocketStream;

/**
 * Connects over TCP to a program on the same computer that emulates the spooler, such as the simulator: each request is
 * a line of JSON with {@code queue}, {@code action}, {@code schema} and {@code xml}, and each reply a line with {@code
 * xml} or {@code error}.
 */
public final class SpoolerBridge implements BidiTransport {

    private final HostPort program;
    private final String queue;

    public SpoolerBridge(HostPort program, String queue) {
        this.program = program;
        this.queue = queue;
    }

    @Override
    public String exchange(Action action, String schema, String xml, Deadline deadline)
            throws IOException, InterruptedException {
        JsonObject request = new JsonObject();
        request.addProperty("queue", queue);
        request.addProperty("action", action.word());
        request.addProperty("schema", schema);
        request.addProperty("xml", xml);
        try (ByteStream wire = SocketStream.open(program, deadline)) {
            wire.write((request + "\n").getBytes(StandardCharsets.UTF_8), deadline);
            return xmlIn(line(wire, deadline));
        }
    }

    @Override
    public void close() {
        // Every request uses its own connection.
    }

    private static String line(ByteStream wire, Deadline deadline) throws IOException, InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = wire.read(deadline); next != '\n'; next = wire.read(deadline)) {
            if (next < 0) {
                throw new EOFException("the spooler emulation closed the connection");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static String xmlIn(String line) throws IOException {
        try {
            JsonObject reply = JsonParser.parseString(line).getAsJsonObject();
            if (reply.has("xml")) {
                return reply.get("xml").getAsString();
            }
            throw new IOException(reply.has("error") ? reply.get("error").getAsString() : "no reply");
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException("not a reply: " + line, e);
        }
    }
}
