package org.keyhopper.rehearsal.keycloak;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Reply;

/** Lists and errors as Keycloak writes them: the members of errors vary. */
final class KeycloakReply {

    private KeycloakReply() {}

    static Reply list(List<JsonObject> items) {
        return new Reply(
                200,
                Map.of("Content-Type", "application/json"),
                Json.array(items).toString());
    }

    static Reply error(int status, String error) {
        return Reply.json(status, Json.object("error", error));
    }

    static Reply message(int status, String message) {
        return Reply.json(status, Json.object("errorMessage", message));
    }

    static Reply oauth(int status, String error, String description) {
        return Reply.json(status, Json.object("error", error, "error_description", description));
    }

    static Reply unknownUser() {
        return error(404, "User not found");
    }
}
