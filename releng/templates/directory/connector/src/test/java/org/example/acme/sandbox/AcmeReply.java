package org.example.acme.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Reply;

/** Lists and errors as Acme Identity writes them. */
final class AcmeReply {

    private AcmeReply() {}

    static Reply list(List<JsonObject> items) {
        return Reply.ok(Json.object("items", items));
    }

    static Reply error(int status, String code, String message) {
        return Reply.json(status, Json.object("code", code, "message", message));
    }

    static Reply notFound(String what) {
        return error(404, "not-found", "There is no " + what);
    }
}
