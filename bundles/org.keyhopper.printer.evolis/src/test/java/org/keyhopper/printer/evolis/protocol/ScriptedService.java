package org.keyhopper.printer.evolis.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.evolis.protocol.EvolisOptions.PresenceReply;
import org.keyhopper.printer.support.ByteStream;

/** A service with scripted responses by method or command, and a clock that advances when the driver waits. */
public final class ScriptedService implements InstantSource {

    static final String DEVICE = "Evolis Primacy";

    final List<String> asked = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    int connections;

    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final Map<String, Duration> durations = new HashMap<>();
    private Instant now = Instant.EPOCH;

    public ScriptedService() {
        result("SUPERVISION.GetState", "READY,PRINTER_READY");
        error("CMD.GetStatus", 1303);
    }

    public ScriptedService result(String asked, String result) {
        return answer(asked, "\"result\":\"" + result + "\"");
    }

    ScriptedService error(String asked, int code) {
        return answer(asked, "\"error\":{\"code\":" + code + ",\"message\":\"(E)some words\"}");
    }

    /** Closes the connection instead of responding. */
    ScriptedService closing(String asked) {
        return answer(asked, "");
    }

    ScriptedService lasting(String asked, Duration time) {
        durations.put(asked, time);
        return this;
    }

    /** Responses are returned in order; the last one repeatedly. */
    private ScriptedService answer(String asked, String members) {
        answers.computeIfAbsent(asked, key -> new ArrayDeque<>()).add(members);
        return this;
    }

    public ScriptedService forget(String asked) {
        answers.remove(asked);
        return this;
    }

    public ServiceLink link() {
        return new ServiceLink(client(), DEVICE, PresenceReply.AUTO, this, new CommandRetry(this, this::pause));
    }

    ServiceClient client() {
        return new ServiceClient("service", deadline -> new Line(), "a setting");
    }

    public long count(String text) {
        return asked.stream().filter(text::equals).count();
    }

    @Override
    public Instant instant() {
        return now;
    }

    private void pause(Duration time, Deadline deadline) {
        waits.add(time);
        now = now.plus(time);
    }

    private String reply(JsonObject request) {
        String method = request.get("method").getAsString();
        JsonObject parameters = request.getAsJsonObject("params");
        String key =
                switch (method) {
                    case "CMD.SendCommand" -> parameters.get("command").getAsString();
                    case "SUPERVISION.List" ->
                        method + " " + parameters.get("device").getAsString();
                    default -> method;
                };
        asked.add(key);
        now = now.plus(durations.getOrDefault(key, Duration.ZERO));
        Deque<String> prepared = answers.getOrDefault(key, new ArrayDeque<>(List.of("\"result\":\"\"")));
        String members = prepared.size() > 1 ? prepared.removeFirst() : prepared.getFirst();
        return members.isEmpty() ? "" : "{\"jsonrpc\":\"2.0\",\"id\":\"1\"," + members + "}";
    }

    private final class Line implements ByteStream {

        private ByteBuffer replies = ByteBuffer.allocate(0);

        Line() {
            connections++;
        }

        @Override
        public void write(byte[] bytes, Deadline deadline) {
            JsonObject request = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            replies = ByteBuffer.wrap(reply(request).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read(Deadline deadline) {
            return replies.hasRemaining() ? replies.get() & 0xFF : -1;
        }

        @Override
        public void close() {
            replies = ByteBuffer.allocate(0);
        }
    }
}
