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
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.ByteStream;
import org.keyhopper.printer.support.Purpose;
import org.keyhopper.printer.support.RequestClient;

/**
 * Calls of a maker's kit in a companion process: a line of JSON with {@code call} and arguments, answered by a line with
 * {@code result}, {@code thrown} for what the kit threw, or {@code failure} for a call that could not be made. A call that
 * is not answered by its deadline leaves open what the printer did; its process is ended and the next call gets a new one.
 * One thread.
 */
final class CompanionLink implements AutoCloseable {

    /** Which Java the kit needs. */
    static final SettingField JAVA = SettingField.optional(
            "java",
            SettingField.Kind.FILE,
            "Java for the maker's development kit",
            "Only for kits that need another Java than Keyhopper's, for example a 32-bit one.",
            "");

    private static final String THROWN = "thrown";
    private static final String NOT_MADE = "failure";

    private final RequestClient client;
    private JsonObject opened = new JsonObject();

    /** Will open the printer at this address when first needed. */
    CompanionLink(String vendor, Installation kit, PrinterAddress address) {
        Optional<String> java = address.options().get(JAVA.key());
        client = new RequestClient(
                address.toString(),
                deadline -> Companion.start(vendor, kit, java),
                (wire, deadline) -> open(wire, address, deadline));
    }

    private CompanionLink(String vendor, Installation kit) {
        client = new RequestClient(vendor, deadline -> Companion.start(vendor, kit, Optional.empty()));
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

    /**
     * Makes a call. One that the kit was not even asked to make fails with {@link PrinterProblem#COMMAND_REFUSED}; one that
     * the kit answered by throwing counts as unanswered, with a {@link KitException} as its cause.
     */
    JsonObject call(JsonObject request, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        JsonObject reply = client.exchange(bytes(request), purpose, CompanionLink::reply, deadline);
        if (reply.has(NOT_MADE)) {
            throw PrinterException.of(
                            PrinterProblem.COMMAND_REFUSED, request.get("call").getAsString())
                    .withDetail(reply.get(NOT_MADE).getAsString());
        }
        if (reply.has(THROWN)) {
            KitException thrown = new KitException(reply.get(THROWN).getAsString());
            if (thrown.isConnection()) {
                // The next call gets a connection of its own, in a new process.
                client.close();
            }
            throw purpose.unanswered(thrown);
        }
        return reply.getAsJsonObject("result");
    }

    @Override
    public void close() {
        client.close();
    }

    private void open(ByteStream wire, PrinterAddress address, Deadline deadline)
            throws IOException, InterruptedException {
        JsonObject request = request("open");
        request.addProperty("location", address.location());
        address.options().values().forEach(request::addProperty);
        wire.write(bytes(request), deadline);
        JsonObject reply = reply(wire, deadline);
        if (!reply.has("result")) {
            throw new KitException(
                    reply.get(reply.has(THROWN) ? THROWN : NOT_MADE).getAsString());
        }
        opened = reply.getAsJsonObject("result");
    }

    private static byte[] bytes(JsonObject request) {
        return (request + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject reply(ByteStream wire, Deadline deadline) throws IOException, InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = wire.read(deadline); next != '\n'; next = wire.read(deadline)) {
            line.write(next);
        }
        try {
            JsonObject reply = JsonParser.parseString(line.toString(StandardCharsets.UTF_8))
                    .getAsJsonObject();
            if (!reply.has("result") && !reply.has(THROWN) && !reply.has(NOT_MADE)) {
                throw new IOException("no reply: " + reply);
            }
            return reply;
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException("no reply: " + line.toString(StandardCharsets.UTF_8), e);
        }
    }

    /** Returns whether the kit threw something. */
    static boolean isThrown(PrinterException failure) {
        return thrownBy(failure).isPresent();
    }

    /** Returns whether the kit's connection to the printer failed, which it also does while another program has it. */
    static boolean isConnection(PrinterException failure) {
        return thrownBy(failure).filter(KitException::isConnection).isPresent();
    }

    private static Optional<KitException> thrownBy(Throwable failure) {
        if (failure == null || failure instanceof KitException) {
            return Optional.ofNullable((KitException) failure);
        }
        return thrownBy(failure.getCause());
    }

    /** What the kit threw. */
    static final class KitException extends IOException {

        private static final long serialVersionUID = 1L;

        KitException(String words) {
            super(words);
        }

        boolean isConnection() {
            return getMessage().contains("ConnectionException");
        }
    }
}
