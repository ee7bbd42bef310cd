package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Reply;

/** Errors as Graph writes them. */
final class GraphReply {

    private GraphReply() {}

    static Reply error(int status, String code, String message) {
        JsonObject inner = Json.object("date", Instant.now(), "request-id", UUID.randomUUID());
        return Reply.json(
                status, Json.object("error", Json.object("code", code, "message", message, "innerError", inner)));
    }

    static Reply badRequest(String message) {
        return error(400, "BadRequest", message);
    }

    static Reply notFound(String what) {
        return error(404, "Request_ResourceNotFound", "Resource '" + what + "' does not exist.");
    }
}
