package org.keyhopper.printer.sdk.internal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.Purpose;
import org.keyhopper.printer.support.Wire;
import org.keyhopper.printer.support.WireClient;

/**
 * Calls of a maker's kit in a companion process: a line of JSON with {@code call} and arguments, answered by a line with
 * {@code result} or {@code failure}. A call that failed leaves open what the printer did, so it counts as unanswered, and
 * the next one gets a new process. One thread.
 */
final class CompanionLink implements AutoCloseable {

    /** Which Java the kit needs. */
    static final SettingField JAVA = SettingField.optional(
            "java",
            SettingField.Kind.FILE,
            "Java for the maker's development kit",
            "Only for kits that need another Java than Keyhopper's, for example a 32-bit one.",
            "");

    private final WireClient client;
    private JsonObject opened = new JsonObject();

    /** Will open the printer at this address when first needed. */
    CompanionLink(String vendor, Installation kit, PrinterAddress address) {
        Optional<String> java = address.options().get(JAVA.key());
        client = new WireClient(
                address.toString(),
                deadline -> Companion.start(vendor, kit, java),
                (wire, deadline) -> open(wire, address, deadline));
    }

    private CompanionLink(String vendor, Installation kit) {
        client = new WireClient(vendor, deadline -> Companion.start(vendor, kit, Optional.empty()));
    }

    /** Asks a kit for the printers it sees. */
    static List<String> discover(String vendor, Installation kit, Deadline deadline)
            throws PrinterException, InterruptedException {
        try (CompanionLink link = new CompanionLink(vendor, kit)) {
            return link
                    .call(request("discover"), Purpose.QUESTION, deadline)
                    .getAsJsonArray("printers")
                    .asList()
                    .stream()
                    .map(each -> each.getAsString())
                    .toList();
        }
    }

    static JsonObject request(String call) {
        JsonObject request = new JsonObject();
        request.addProperty("call", call);
        return request;
    }

    /** Returns what the printer said about itself when it was opened. */
    JsonObject open(Deadline deadline) throws PrinterException, InterruptedException {
        client.connect(deadline);
        return opened;
    }

    JsonObject call(JsonObject request, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        return client.exchange(bytes(request), purpose, CompanionLink::result, deadline);
    }

    @Override
    public void close() {
        client.close();
    }

    private void open(Wire wire, PrinterAddress address, Deadline deadline) throws IOException, InterruptedException {
        JsonObject request = request("open");
        request.addProperty("location", address.location());
        address.options().values().forEach(request::addProperty);
        wire.write(bytes(request), deadline);
        opened = result(wire, deadline);
    }

    private static byte[] bytes(JsonObject request) {
        return (request + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject result(Wire wire, Deadline deadline) throws IOException, InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = wire.read(deadline); next != '\n'; next = wire.read(deadline)) {
            line.write(next);
        }
        try {
            JsonObject reply = JsonParser.parseString(line.toString(StandardCharsets.UTF_8))
                    .getAsJsonObject();
            if (reply.has("failure")) {
                throw new IOException(reply.get("failure").getAsString());
            }
            return reply.getAsJsonObject("result");
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException("no reply: " + line.toString(StandardCharsets.UTF_8), e);
        }
    }
}
