package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** What is sent back. */
public record Reply(int status, Map<String, String> headers, String body) {

    public static Reply json(int status, JsonObject body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), body.toString());
    }

    public static Reply ok(JsonObject body) {
        return json(200, body);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    public Reply cutOff() {
        return new Reply(status, headers, body.substring(0, body.length() / 2));
    }
}
