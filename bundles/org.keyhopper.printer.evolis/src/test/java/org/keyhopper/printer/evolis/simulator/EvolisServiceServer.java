package org.keyhopper.printer.evolis.simulator;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.LoopbackServer;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.ProtocolServer;

/** The Evolis service with one printer: JSON-RPC with any number of requests on a persistent connection. */
public final class EvolisServiceServer implements ProtocolServer {

    private static final String DEVICE = "Evolis Rehearsal";
    private static final String MODEL = "Evolis Primacy";
    private static final String BASE64 = "base64:";
    private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().create();
    private static final int LONGEST_SILENCE = 600_000;

    private final CardMachine machine;
    private final Set<EvolisQuirk> quirks;
    private final EvolisCommands commands;
    private final EvolisStates states;
    private final AtomicBoolean refuseOnce;
    private final LoopbackServer server;

    /** Listens on this port, or on any free one for 0. */
    EvolisServiceServer(CardMachine machine, int port, Set<EvolisQuirk> quirks) throws IOException {
        this.machine = machine;
        this.quirks = quirks;
        states = new EvolisStates(machine, quirks);
        commands = new EvolisCommands(machine, quirks, states);
        refuseOnce = new AtomicBoolean(quirks.contains(EvolisQuirk.RESERVED_ONCE));
        server = new LoopbackServer(port, this::converse);
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

    /** Serves one client until it disconnects. After a half-close it still receives the pending responses. */
    private void converse(InputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            text.write(next);
            Optional<JsonElement> request =
                    next == '}' ? parsed(text.toString(StandardCharsets.UTF_8)) : Optional.empty();
            if (request.isPresent()) {
                text.reset();
                write(reply(request.get()), out);
                if (quirks.contains(EvolisQuirk.HANGS_UP_AFTER_REPLY)) {
                    return;
                }
            }
        }
    }

    private void write(JsonObject reply, OutputStream out) throws IOException {
        if (!quirks.contains(EvolisQuirk.SEGMENTED_REPLIES)) {
            out.write(reply.toString().getBytes(StandardCharsets.UTF_8));
            return;
        }
        byte[] text = PRETTY.toJson(reply).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        int half = text.length / 2;
        out.write(Arrays.copyOf(text, half));
        out.flush();
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new LoopbackServer.Silence();
        }
        out.write(Arrays.copyOfRange(text, half, text.length));
    }

    private static Optional<JsonElement> parsed(String text) {
        try {
            return Optional.of(JsonParser.parseString(text));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private JsonObject reply(JsonElement message) throws IOException {
        JsonElement id = JsonNull.INSTANCE;
        JsonObject reply = new JsonObject();
        reply.addProperty("jsonrpc", "2.0");
        try {
            if (!(message instanceof JsonObject request) || !isText(request.get("method"))) {
                throw new ServiceFault(-32600, "Invalid request");
            }
            id = request.has("id") ? request.get("id") : id;
            JsonElement parameters = request.get("params");
            reply.addProperty(
                    "result",
                    result(
                            request.get("method").getAsString(),
                            parameters instanceof JsonObject given ? given : new JsonObject()));
        } catch (ServiceFault e) {
            reply.add("error", e.json());
        }
        reply.add("id", id);
        return reply;
    }

    private String result(String method, JsonObject parameters) throws IOException, ServiceFault {
        return switch (method) {
            case "ECHO.Echo" -> text(parameters, "data");
            case "SUPERVISION.List" -> list(text(parameters, "device"), parameters);
            case "SUPERVISION.GetState" -> supervised(parameters, 1100, states::state);
            case "SUPERVISION.GetEvent" -> supervised(parameters, 1100, () -> "NONE");
            case "SUPERVISION.SetEvent" -> throw new ServiceFault(1103, "No event");
            case "CMD.GetStatus" -> supervised(parameters, 1200, this::status);
            case "CMD.SendCommand" -> command(parameters);
            case "CMD.ResetCom" -> supervised(parameters, 1202, () -> "OK");
            // These succeed without a printer, too.
            case "PRINT.Begin" -> "JOB000001";
            case "PRINT.End" -> "OK";
            default -> throw new ServiceFault(-32601, "Method not found");
        };
    }

    private String list(String model, JsonObject parameters) throws ServiceFault {
        String level = parameters.has("level") ? text(parameters, "level") : "0";
        if (!model.equals(MODEL) || machine.has(MachineCondition.SWITCHED_OFF)) {
            return "";
        }
        return switch (level) {
            case "0" -> DEVICE;
            case "1" -> DEVICE + "," + states.state().split(",")[0];
            default -> DEVICE + "," + states.state();
        };
    }

    private String supervised(JsonObject parameters, int unknown, Question question) throws ServiceFault {
        requirePrinter(text(parameters, "device"), unknown);
        return question.answer();
    }

    private String status() throws ServiceFault {
        if (quirks.contains(EvolisQuirk.STATUS_DISABLED) || !commands.isStatusOn()) {
            throw new ServiceFault(1303, "(E)No valid status");
        }
        return states.words();
    }

    private void requirePrinter(String device, int unknown) throws ServiceFault {
        if (machine.has(MachineCondition.SWITCHED_OFF)) {
            commands.powerLost();
        }
        if (!device.equals(DEVICE) || machine.has(MachineCondition.SWITCHED_OFF)) {
            throw new ServiceFault(unknown, "(E) Device not found or command failed");
        }
    }

    private String command(JsonObject parameters) throws IOException, ServiceFault {
        String text = text(parameters, "command");
        long patience = parameters.has("timeout") ? Long.parseLong(text(parameters, "timeout")) : 30_000;
        requirePrinter(text(parameters, "device"), 1201);
        if (machine.has(MachineCondition.RESERVED) || refuseOnce.getAndSet(false)) {
            throw new ServiceFault(1300, "(W)Communication session already reserved");
        }
        FutureTask<Optional<String>> task = new FutureTask<>(() -> commands.run(plain(text)));
        Thread.ofPlatform().daemon().name("evolis command").start(task);
        try {
            Optional<String> reply =
                    task.get(quirks.contains(EvolisQuirk.ETHERNET) ? LONGEST_SILENCE : patience, TimeUnit.MILLISECONDS);
            states.notice();
            return reply.orElseThrow(this::lost);
        } catch (LostReply e) {
            if (quirks.contains(EvolisQuirk.SILENT_WHEN_LOST)) {
                throw new LoopbackServer.Silence();
            }
            throw new ServiceFault(1301, "(E) Command timed out");
        } catch (TimeoutException e) {
            // The printer continues executing it.
            throw new ServiceFault(1301, "(E) Command timed out");
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException(e);
        }
    }

    private LostReply lost() {
        return new LostReply();
    }

    private static String plain(String command) throws ServiceFault {
        if (!command.startsWith(BASE64)) {
            return command;
        }
        try {
            byte[] frame = Base64.getDecoder().decode(command.substring(BASE64.length()));
            return new String(frame, 1, frame.length - 2, StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ServiceFault(-32602, "Invalid params");
        }
    }

    private static String text(JsonObject parameters, String name) throws ServiceFault {
        if (!isText(parameters.get(name))) {
            throw new ServiceFault(-32602, "Invalid params");
        }
        return parameters.get(name).getAsString();
    }

    private static boolean isText(JsonElement element) {
        return element != null
                && element.isJsonPrimitive()
                && element.getAsJsonPrimitive().isString();
    }

    @FunctionalInterface
    private interface Question {
        String answer() throws ServiceFault;
    }

    private static final class LostReply extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** An error response. */
    private static final class ServiceFault extends Exception {

        private static final long serialVersionUID = 1L;

        private final int code;

        ServiceFault(int code, String message) {
            super(message);
            this.code = code;
        }

        JsonObject json() {
            JsonObject error = new JsonObject();
            error.addProperty("code", code);
            error.addProperty("message", getMessage());
            return error;
        }
    }
}
