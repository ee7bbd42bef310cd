package org.keyhopper.central.client.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.core.central.CentralReports;
import org.keyhopper.core.central.PrinterReport;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.request.RequestId;

/** The reports over HTTP. What Central knows of a person is not sent. */
record HttpReports(HttpEnrolments calls) implements CentralReports {

    private static final Set<String> KNOWN =
            Set.of(JournalFacts.USER_ID, JournalFacts.USER_NAME, JournalFacts.DEVICE_NAME, JournalFacts.DIRECTORY);

    @Override
    public Answer<Long> upload(List<NumberedEntry> entries) {
        JsonArray array = new JsonArray();
        entries.forEach(entry -> array.add(json(entry)));
        JsonObject body = new JsonObject();
        body.add("entries", array);
        return calls.call(
                HttpCall.post("/api/v1/station/journal", body.toString()), reply -> Members.number(reply, "last"));
    }

    private static JsonObject json(NumberedEntry numbered) {
        JsonObject facts = new JsonObject();
        numbered.entry().facts().forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                facts.addProperty(name, value);
            }
        });
        JsonObject entry = new JsonObject();
        entry.addProperty("number", numbered.number());
        entry.addProperty("ceremony", numbered.ceremony().value());
        entry.addProperty("request", numbered.recipient().request().value());
        entry.addProperty("position", numbered.recipient().position());
        entry.addProperty("point", numbered.entry().point().name());
        entry.add("facts", facts);
        entry.addProperty("at", numbered.entry().at().toString());
        return entry;
    }

    @Override
    public Answer<Boolean> report(List<PrinterReport> printers) {
        JsonArray array = new JsonArray();
        printers.forEach(printer -> array.add(json(printer)));
        JsonObject body = new JsonObject();
        body.add("printers", array);
        return calls.send(HttpCall.put("/api/v1/station/printers", body.toString()))
                .map(reply -> true);
    }

    private static JsonObject json(PrinterReport report) {
        JsonArray conditions = new JsonArray();
        report.conditions().forEach(it -> conditions.add(json(it)));
        JsonObject printer = new JsonObject();
        printer.addProperty("address", report.address());
        printer.addProperty("name", report.name());
        printer.addProperty("state", report.state().name());
        printer.add("conditions", conditions);
        printer.addProperty("output", report.output());
        printer.addProperty("rejected", report.rejected());
        return printer;
    }

    private static JsonObject json(PrinterReport.Condition reported) {
        JsonArray arguments = new JsonArray();
        reported.arguments().forEach(arguments::add);
        JsonObject condition = new JsonObject();
        condition.addProperty("code", reported.code());
        condition.add("arguments", arguments);
        return condition;
    }

    @Override
    public Answer<Set<RequestId>> assigned() {
        return calls.call(HttpCall.get("/api/v1/station/assignments"), body -> {
            Set<RequestId> assigned = new HashSet<>();
            Members.list(body, "requests", JsonElement::getAsString).forEach(id -> assigned.add(new RequestId(id)));
            return assigned;
        });
    }
}
