package org.keyhopper.host.internal.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunProblem;

/** Writes requests, recipients and tallies as JSON. */
public final class RequestJson {

    private RequestJson() {}

    /** Returns the request without its recipients. */
    public static JsonObject summary(ProvisioningRequest request) {
        JsonObject json = new JsonObject();
        json.addProperty("id", request.id().value());
        json.addProperty("name", request.name());
        json.addProperty("directory", request.directory());
        json.addProperty("state", request.state().name());
        json.addProperty("created", request.created().toString());
        json.addProperty("people", request.recipients().size());
        addTally(json, request.tally());
        return json;
    }

    /** Returns the request with its recipients and their outcomes. */
    public static JsonObject whole(ProvisioningRequest request) {
        JsonObject json = summary(request);
        JsonArray recipients = new JsonArray();
        request.recipients().forEach(recipient -> recipients.add(recipient(recipient)));
        json.add("recipients", recipients);
        return json;
    }

    /** Returns a recipient with the outcome. */
    public static JsonObject recipient(RecipientState state) {
        JsonObject json = new JsonObject();
        json.addProperty("user", state.recipient().user());
        json.addProperty("displayName", state.recipient().displayName());
        json.addProperty("outcome", state.outcome().name());
        addOutcome(json, state.last());
        return json;
    }

    /** Returns a device as known from its link. */
    static JsonObject device(LinkDescription link) {
        JsonObject json = new JsonObject();
        json.addProperty("slot", link.id().slot());
        json.addProperty("product", link.product());
        json.addProperty("serial", link.serial().orElse(null));
        return json;
    }

    /**
     * Adds credentialId, aaguid, passkeyId, serial, reason, message, notes and formerPasskeys; missing values are
     * null.
     */
    static void addOutcome(JsonObject json, Optional<OutcomeRecord> last) {
        Optional<MadePasskey> passkey = last.flatMap(OutcomeRecord::passkey);
        Optional<Problem> problem = last.flatMap(OutcomeRecord::problem);
        add(json, "credentialId", passkey.map(made -> made.credentialId().base64Url()));
        add(json, "aaguid", passkey.map(made -> made.aaguid().toString()));
        add(json, "passkeyId", passkey.flatMap(MadePasskey::passkeyId));
        add(json, "serial", passkey.flatMap(MadePasskey::serial));
        add(json, "reason", problem.map(reason -> reason.code().id()));
        add(json, "message", problem.map(ProblemLines::of));
        JsonArray notes = new JsonArray();
        last.ifPresent(outcome -> outcome.notes().forEach(note -> notes.add(note(note))));
        json.add("notes", notes);
        json.add("formerPasskeys", formerPasskeys(last.map(OutcomeRecord::notes).orElse(List.of())));
    }

    public static void addTally(JsonObject json, Tally tally) {
        json.addProperty("total", tally.total());
        json.addProperty("provisioned", tally.provisioned());
        json.addProperty("failed", tally.failed());
        json.addProperty("skipped", tally.skipped());
        json.addProperty("pending", tally.pending());
        json.addProperty("unclear", tally.unclear());
    }

    /** Returns the tally as a sentence. */
    public static String sentence(Tally tally) {
        return String.format(
                Locale.ENGLISH,
                "%d people: %d provisioned, %d failed, %d skipped, %d pending, %d unclear",
                tally.total(),
                tally.provisioned(),
                tally.failed(),
                tally.skipped(),
                tally.pending(),
                tally.unclear());
    }

    /** Returns the passkeys from the notes that are still registered although their credentials were deleted. */
    public static JsonArray formerPasskeys(List<Problem> notes) {
        JsonArray former = new JsonArray();
        notes.stream()
                .filter(note -> note.is(RunProblem.PASSKEY_STILL_REGISTERED))
                .map(Problem::arguments)
                .forEach(facts -> {
                    JsonObject json = new JsonObject();
                    json.addProperty("holder", facts.get(0));
                    json.addProperty("directory", facts.get(1));
                    json.addProperty("credentialId", facts.get(2));
                    former.add(json);
                });
        return former;
    }

    private static JsonObject note(Problem note) {
        JsonObject json = new JsonObject();
        json.addProperty("reason", note.code().id());
        json.addProperty("message", ProblemLines.of(note));
        return json;
    }

    private static void add(JsonObject json, String key, Optional<String> value) {
        if (value.isPresent()) {
            json.addProperty(key, value.get());
        } else {
            json.add(key, JsonNull.INSTANCE);
        }
    }
}
