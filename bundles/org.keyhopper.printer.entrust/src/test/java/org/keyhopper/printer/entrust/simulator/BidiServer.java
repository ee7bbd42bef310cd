package org.keyhopper.printer.entrust.simulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.LoopbackServer;
import org.keyhopper.rehearsal.printer.ProtocolServer;

/**
 * The XPS Card Printer driver behind an emulated Windows spooler: each request is a line of JSON with {@code queue},
 * {@code action}, {@code schema} and {@code xml}, and each reply a line with {@code xml} or {@code error}.
 */
final class BidiServer implements ProtocolServer {

    private static final String QUEUE = "XPS Rehearsal";

    private final BidiJobs jobs;
    private final LoopbackServer server;

    /** Listens on this port, or on any free one for 0; the printer has the given encoder. */
    BidiServer(CardMachine machine, Encoder encoder, int port, Set<BidiQuirk> quirks) throws IOException {
        jobs = new BidiJobs(machine, encoder, quirks);
        server = new LoopbackServer(port, this::converse);
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String address() {
        return "entrust://" + QUEUE + "?bridge=127.0.0.1:" + port();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void converse(InputStream in, OutputStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonObject request = JsonParser.parseString(line).getAsJsonObject();
            out.write((reply(request) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private JsonObject reply(JsonObject request) throws IOException {
        JsonObject reply = new JsonObject();
        if (!request.get("queue").getAsString().equals(QUEUE)) {
            reply.addProperty("error", "no such queue");
            return reply;
        }
        Optional<String> xml =
                jobs.run(request.get("schema").getAsString(), request.get("xml").getAsString());
        reply.addProperty("xml", xml.orElseThrow(LoopbackServer.Silence::new));
        return reply;
    }
}
