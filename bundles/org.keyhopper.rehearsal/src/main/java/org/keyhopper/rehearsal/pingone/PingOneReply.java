package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Reply;

/** Lists and errors as PingOne writes them. */
final class PingOneReply {

    private PingOneReply() {}

    static Reply list(String name, List<JsonObject> items) {
        JsonObject embedded = new JsonObject();
        embedded.add(name, Json.array(items));
        return Reply.ok(Json.object("_embedded", embedded, "count", items.size(), "_links", Json.object()));
    }

    static Reply error(int status, String code, String message, JsonObject... details) {
        return Reply.json(
                status,
                Json.object(
                        "id",
                        UUID.randomUUID(),
                        "code",
                        code,
                        "message",
                        message,
                        "details",
                        details.length == 0 ? null : List.of(details)));
    }

    static JsonObject detail(String code, String target, String message) {
        return Json.object("code", code, "target", target, "message", message);
    }

    /** A value that is not accepted. */
    static Reply invalid(String target, String message) {
        return error(
                400,
                "INVALID_DATA",
                "The request could not be completed. One or more validation errors were in the request.",
                detail("INVALID_VALUE", target, message));
    }

    /** A call that is not well formed. */
    static Reply malformed(String message) {
        return error(400, "INVALID_REQUEST", message);
    }

    static Reply notFound(String what) {
        return error(404, "NOT_FOUND", "The request could not be completed. " + what + " was not found.");
    }

    static Reply uniqueness() {
        return error(
                400,
                "INVALID_DATA",
                "The request could not be completed.",
                detail("UNIQUENESS_VIOLATION", "attestation", "The credential is already registered."));
    }

    static Reply limit(int most) {
        JsonObject detail = detail("LIMIT_EXCEEDED", "devices", "The user has the most devices the policy allows.");
        detail.add("innerError", Json.object("quotaLimit", most));
        return error(400, "INVALID_DATA", "The request could not be completed.", detail);
    }

    static Reply oauth(int status, String error, String description) {
        return Reply.json(status, Json.object("error", error, "error_description", description));
    }
}
