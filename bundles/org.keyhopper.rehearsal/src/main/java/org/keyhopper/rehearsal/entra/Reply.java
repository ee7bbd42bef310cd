package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What is sent back. */
record Reply(int status, Map<String, String> headers, String body) {

    static Reply json(int status, JsonObject body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), body.toString());
    }

    static Reply ok(JsonObject body) {
        return json(200, body);
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    /** An error as Graph writes it. */
    static Reply error(int status, String code, String message) {
        JsonObject inner = Json.object("date", Instant.now(), "request-id", UUID.randomUUID());
        return json(status, Json.object("error", Json.object("code", code, "message", message, "innerError", inner)));
    }

    static Reply badRequest(String message) {
        return error(400, "BadRequest", message);
    }

    static Reply notFound(String what) {
        return error(404, "Request_ResourceNotFound", "Resource '" + what + "' does not exist.");
    }

    Reply with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    Reply cutOff() {
        return new Reply(status, headers, body.substring(0, body.length() / 2));
    }
}
