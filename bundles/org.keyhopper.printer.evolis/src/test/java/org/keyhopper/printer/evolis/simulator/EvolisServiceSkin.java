package org.keyhopper.printer.evolis.simulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineTrouble;
import org.keyhopper.rehearsal.printer.PrinterSkin;
import org.keyhopper.rehearsal.printer.SkinServer;

/** The service of Evolis with one printer: JSON-RPC, one request on a connection, from clients that half-close and others. */
public final class EvolisServiceSkin implements PrinterSkin {

    private static final String DEVICE = "Evolis Rehearsal";
    private static final int NO_DEVICE = -1;
    private static final int NO_METHOD = -32601;

    private final CardMachine machine;
    private final EvolisCommands commands;
    private final SkinServer server;

    /** Listens on this port, or on any for 0. */
    public EvolisServiceSkin(CardMachine machine, int port) throws IOException {
        this.machine = machine;
        commands = new EvolisCommands(machine);
        server = new SkinServer(port, this::converse);
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String address() {
        return "evolis-service://127.0.0.1:" + port() + "/" + DEVICE;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void converse(InputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Optional<JsonObject> request = Optional.empty();
        for (int next = in.read(); next >= 0 && request.isEmpty(); next = request.isEmpty() ? in.read() : next) {
            text.write(next);
            request = next == '}' ? parsed(text.toString(StandardCharsets.UTF_8)) : Optional.empty();
        }
        if (request.isPresent()) {
            JsonObject reply = reply(request.get());
            out.write(reply.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Optional<JsonObject> parsed(String text) {
        try {
            return Optional.of(JsonParser.parseString(text).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private JsonObject reply(JsonObject request) throws IOException {
        JsonObject parameters = request.getAsJsonObject("params");
        String device = parameters.get("device").getAsString();
        String method = request.get("method").getAsString();
        if (method.equals("SUPERVISION.List")) {
            return result(DEVICE + "," + state());
        }
        if (!device.equals(DEVICE)) {
            return error(NO_DEVICE, "Device not found: " + device);
        }
        return switch (method) {
            case "CMD.SendCommand" -> command(parameters.get("command").getAsString());
            case "SUPERVISION.GetState" -> result(state());
            case "SUPERVISION.SetEvent" -> result("OK");
            default -> error(NO_METHOD, "Method not found: " + method);
        };
    }

    private JsonObject command(String command) throws IOException {
        if (machine.has(MachineTrouble.RESERVED)) {
            return error(NO_DEVICE, "Communication session already reserved");
        }
        if (machine.has(MachineTrouble.SWITCHED_OFF)) {
            return error(NO_DEVICE, "Printer offline");
        }
        return result(commands.run(command).orElseThrow(SkinServer.Silence::new));
    }

    private String state() {
        return machine.troubles().stream()
                .map(EvolisServiceSkin::state)
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElseGet(this::stateWithoutTrouble);
    }

    private String stateWithoutTrouble() {
        if (machine.isEngaged()) {
            return "READY,INF_ENCODING_RUNNING";
        }
        return machine.isHopperEmpty() ? "WARNING,FEEDER_EMPTY" : "READY,PRINTER_READY";
    }

    private static String state(MachineTrouble trouble) {
        return switch (trouble) {
            case COVER_OPEN -> "WARNING,DEF_COVER_OPEN";
            case JAMMED, BROKEN -> "ERROR,ERR_MECHANICAL";
            case OUTPUT_FULL -> "WARNING,DEF_HOPPER_FULL";
            case REJECT_FULL -> "ERROR,ERR_REJECT_BOX_FULL";
            case SWITCHED_OFF -> "OFF,PRINTER_OFFLINE";
            case RESERVED -> "";
        };
    }

    private static JsonObject result(String text) {
        JsonObject reply = head();
        reply.addProperty("result", text);
        return reply;
    }

    private static JsonObject error(int code, String message) {
        JsonObject error = new JsonObject();
        error.addProperty("code", code);
        error.addProperty("message", message);
        JsonObject reply = head();
        reply.add("error", error);
        return reply;
    }

    private static JsonObject head() {
        JsonObject reply = new JsonObject();
        reply.addProperty("jsonrpc", "2.0");
        reply.addProperty("id", "1");
        return reply;
    }
}
