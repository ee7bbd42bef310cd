package org.keyhopper.support.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.JournalEntry;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.station.Station;

/** Requests, their people as codes, and the journal of each. */
public record JournalPage(Station station, PseudonymTable people, Redaction redaction) {

    /** Facts that contain neither personal data nor secrets. */
    private static final Set<String> PLAIN = Set.of(
            JournalFacts.BLANK,
            JournalFacts.RP_ID,
            JournalFacts.COMPLETE,
            JournalFacts.CAUSE,
            JournalFacts.AAGUID,
            JournalFacts.MODEL,
            JournalFacts.SLOT,
            JournalFacts.DIRECTORY);

    /** Registers all people before anything is written. */
    public void learn() {
        for (ProvisioningRequest request : station.requests().list()) {
            request.recipients().forEach(this::learn);
            station.journal().ceremoniesOf(request.id()).forEach(ceremony -> learn(request, ceremony));
            request.profile().allowedAaguids().forEach(redaction::keep);
        }
        for (InventoryEntry entry : station.inventory().list()) {
            people.learn(entry.userId(), entry.holder(), entry.formerHolder().orElse(""));
            redaction.keep(entry.aaguid());
        }
        people.learn(System.getProperty("user.name"));
    }

    private void learn(RecipientState state) {
        Recipient recipient = state.recipient();
        people.learn(recipient.user(), recipient.displayName(), recipient.email(), recipient.deviceName());
        state.last().flatMap(OutcomeRecord::passkey).ifPresent(made -> redaction.keep(made.aaguid()));
    }

    /** The directory may use a different name for the person than the list. */
    private void learn(ProvisioningRequest request, CeremonyRecord ceremony) {
        String user = request.recipients().stream()
                .filter(state -> state.id().equals(ceremony.recipient()))
                .map(state -> state.recipient().user())
                .findFirst()
                .orElse("");
        people.learn(
                user,
                ceremony.fact(JournalFacts.USER_ID).orElse(""),
                ceremony.fact(JournalFacts.USER_NAME).orElse(""),
                ceremony.fact(JournalFacts.DEVICE_NAME).orElse(""));
        ceremony.fact(JournalFacts.AAGUID).map(UUID::fromString).ifPresent(redaction::keep);
    }

    public JsonElement tree() {
        JsonArray page = new JsonArray();
        station.requests().list().forEach(request -> page.add(request(request)));
        return page;
    }

    private JsonObject request(ProvisioningRequest request) {
        JsonObject json = new JsonObject();
        json.addProperty("id", request.id().value());
        json.addProperty("directory", redaction.text(request.directory()));
        json.addProperty("state", request.state().name());
        json.addProperty("created", request.created().toString());
        json.addProperty("profile", redaction.text(request.profile().toString()));
        JsonArray recipients = new JsonArray();
        request.recipients().forEach(recipient -> recipients.add(recipient(recipient)));
        json.add("recipients", recipients);
        JsonArray ceremonies = new JsonArray();
        station.journal().ceremoniesOf(request.id()).forEach(ceremony -> ceremonies.add(ceremony(ceremony)));
        json.add("ceremonies", ceremonies);
        return json;
    }

    private JsonObject recipient(RecipientState state) {
        JsonObject json = new JsonObject();
        json.addProperty("position", state.id().position());
        json.addProperty("person", people.code("person", state.recipient().user()));
        json.addProperty("outcome", state.outcome().name());
        state.last().ifPresent(last -> add(json, last));
        return json;
    }

    private void add(JsonObject json, OutcomeRecord last) {
        json.addProperty("at", last.at().toString());
        json.addProperty("tookMillis", last.took().toMillis());
        last.problem().ifPresent(problem -> json.add("problem", Problems.tree(problem, redaction)));
        last.passkey()
                .ifPresent(made -> json.addProperty("aaguid", made.aaguid().toString()));
        JsonArray notes = new JsonArray();
        last.notes().forEach(note -> notes.add(Problems.tree(note, redaction)));
        json.add("notes", notes);
    }

    private JsonObject ceremony(CeremonyRecord record) {
        JsonObject json = new JsonObject();
        json.addProperty("position", record.recipient().position());
        json.addProperty("closed", record.closed());
        JsonArray entries = new JsonArray();
        record.entries().forEach(entry -> entries.add(entry(entry)));
        json.add("entries", entries);
        return json;
    }

    private JsonObject entry(JournalEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("point", entry.point().name());
        json.addProperty("at", entry.at().toString());
        new TreeMap<>(entry.facts())
                .forEach((key, value) -> json.addProperty(
                        key, PLAIN.contains(key) ? redaction.text(value) : people.code("value", value)));
        return json;
    }
}
