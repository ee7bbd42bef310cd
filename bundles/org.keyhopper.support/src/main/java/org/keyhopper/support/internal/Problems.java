package org.keyhopper.support.internal;

import com.google.gson.JsonObject;
import org.keyhopper.api.diagnostic.Problem;

/** A problem with its code; arguments and detail are redacted. */
final class Problems {

    private Problems() {}

    static JsonObject tree(Problem problem, Redaction redaction) {
        JsonObject json = new JsonObject();
        json.addProperty("code", problem.code().id());
        json.addProperty("arguments", redaction.text(String.join(" | ", problem.arguments())));
        json.addProperty("detail", redaction.text(problem.detail()));
        return json;
    }
}
