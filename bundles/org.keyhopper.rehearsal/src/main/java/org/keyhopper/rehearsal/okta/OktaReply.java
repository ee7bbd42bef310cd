package org.keyhopper.rehearsal.okta;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Reply;

/** Lists and errors as Okta writes them. */
final class OktaReply {

    private OktaReply() {}

    static Reply list(List<JsonObject> items) {
        return new Reply(
                200,
                Map.of("Content-Type", "application/json"),
                Json.array(items).toString());
    }

    static Reply error(int status, String code, String summary, String... causes) {
        List<JsonObject> reasons = List.of(causes).stream()
                .map(cause -> Json.object("errorSummary", cause))
                .toList();
        return Reply.json(
                status,
                Json.object(
                        "errorCode", code,
                        "errorSummary", summary,
                        "errorLink", code,
                        "errorId", UUID.randomUUID(),
                        "errorCauses", reasons));
    }

    static Reply invalid(String cause) {
        return error(400, "E0000001", "Api validation failed", cause);
    }

    static Reply notFound(String what) {
        return error(404, "E0000007", "Not found: Resource not found: " + what);
    }
}
