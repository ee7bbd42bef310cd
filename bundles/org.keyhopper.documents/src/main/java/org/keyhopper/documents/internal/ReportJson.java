package org.keyhopper.documents.internal;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Tally;
import org.keyhopper.documents.ReportWording;

/** Writes the report as JSON. Unknown values are omitted. */
public final class ReportJson {

    private final ReportWording wording;
    private final JsonObject profile;

    public ReportJson(ReportWording wording, JsonObject profile) {
        this.wording = wording;
        this.profile = profile;
    }

    public void write(ProvisioningRequest request, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(tree(request), writer);
        writer.write('\n');
        writer.flush();
    }

    private JsonObject tree(ProvisioningRequest request) {
        JsonObject json = new JsonObject();
        json.addProperty("id", request.id().value());
        json.addProperty("name", request.name());
        json.addProperty("directory", request.directory());
        json.addProperty("created", request.created().toString());
        json.addProperty("state", request.state().name());
        json.add("profile", profile);
        json.add("summary", tree(request.tally()));
        JsonArray recipients = new JsonArray();
        request.recipients().forEach(recipient -> recipients.add(tree(recipient)));
        json.add("recipients", recipients);
        return json;
    }

    private static JsonObject tree(Tally tally) {
        JsonObject json = new JsonObject();
        json.addProperty("total", tally.total());
        json.addProperty("provisioned", tally.provisioned());
        json.addProperty("failed", tally.failed());
        json.addProperty("skipped", tally.skipped());
        json.addProperty("pending", tally.pending());
        json.addProperty("unclear", tally.unclear());
        return json;
    }

    private JsonObject tree(RecipientState state) {
        JsonObject json = new JsonObject();
        json.addProperty("number", state.id().position());
        json.addProperty("user", state.recipient().user());
        json.addProperty("displayName", state.recipient().displayName());
        json.addProperty("email", state.recipient().email());
        json.addProperty("outcome", state.outcome().name());
        state.last().ifPresent(last -> add(json, last));
        return json;
    }

    private void add(JsonObject json, OutcomeRecord last) {
        last.problem().ifPresent(problem -> add(json, problem));
        last.passkey().ifPresent(passkey -> add(json, passkey));
        JsonArray notes = new JsonArray();
        for (Problem note : last.notes()) {
            JsonObject one = new JsonObject();
            add(one, note);
            notes.add(one);
        }
        json.add("notes", notes);
        json.addProperty("at", last.at().toString());
        json.addProperty("ms", last.took().toMillis());
    }

    private void add(JsonObject json, Problem problem) {
        json.addProperty("reason", problem.code().id());
        json.addProperty("message", wording.reason().apply(problem));
        json.addProperty("action", wording.action().apply(problem));
        json.addProperty("detail", problem.detail());
    }

    private static void add(JsonObject json, MadePasskey passkey) {
        json.addProperty("credentialId", passkey.credentialId().base64Url());
        passkey.passkeyId().ifPresent(id -> json.addProperty("passkeyId", id));
        json.addProperty("aaguid", passkey.aaguid().toString());
        json.addProperty("deviceName", passkey.deviceName());
        passkey.serial().ifPresent(serial -> json.addProperty("serial", serial));
    }
}
