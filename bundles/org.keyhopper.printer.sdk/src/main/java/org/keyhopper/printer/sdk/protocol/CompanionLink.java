package org.keyhopper.printer.sdk.protocol;

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
 * Calls a vendor's SDK in a companion process: each request is a line of JSON with {@code call} and arguments, each
 * reply a line with {@code result}, {@code thrown} for an exception of the SDK, or {@code failure} for a call that
 * could not be made. If a reply is missing at the deadline, the effect on the printer is unknown; the process is
 * killed, and the next call starts a new one. Not thread-safe.
 */
public final class CompanionLink implements AutoCloseable {

    /** The Java that the SDK requires. */
    public static final SettingField JAVA = SettingField.optional("java", SettingField.Kind.FILE, "");

    private static final String THROWN = "thrown";
    private static final String FAILURE = "failure";

    private final RequestClient client;
    private JsonObject opened = new JsonObject();

    /** Creates a link that opens the printer at this address on first use. */
    public CompanionLink(String vendor, Installation kit, PrinterAddress address) {
        Optional<String> java = address.options().get(JAVA.key());
        client = new RequestClient(
                address.toString(),
                deadline -> Companion.start(vendor, kit, java),
                (wire, deadline) -> open(wire, address, deadline));
    }

    private CompanionLink(String vendor, Installation kit) {
        client = new RequestClient(vendor, deadline -> Companion.start(vendor, kit, Optional.empty()));
    }

    /** Asks an SDK for the printers that it finds. */
    public static List<String> discover(String vendor, Installation kit, Deadline deadline)
            throws PrinterException, InterruptedException {
        try (CompanionLink link = new CompanionLink(vendor, kit)) {
            return link.call(request("discover"), Purpose.QUERY, deadline).getAsJsonArray("printers").asList().stream()
                    .map(each -> each.getAsString())
                    .toList();
        }
    }

    public static JsonObject request(String call) {
        JsonObject request = new JsonObject();
        request.addProperty("call", call);
        return request;
    }

    /** Returns the printer's description of itself on opening. */
    public JsonObject open(Deadline deadline) throws PrinterException, InterruptedException {
        client.connect(deadline);
        return opened;
    }

    /**
     * Makes a call. Fails with {@link PrinterProblem#COMMAND_REFUSED} if the SDK was not called; an exception of the
     * SDK counts as no reply, with a {@link KitException} as cause.
     */
    JsonObject call(JsonObject request, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        JsonObject reply = client.exchange(bytes(request), purpose, CompanionLink::reply, deadline);
        if (reply.has(FAILURE)) {
            throw PrinterException.of(
                            PrinterProblem.COMMAND_REFUSED, request.get("call").getAsString())
                    .withDetail(reply.get(FAILURE).getAsString());
        }
        if (reply.has(THROWN)) {
            KitException thrown = new KitException(reply.get(THROWN).getAsString());
            if (thrown.isConnection()) {
                // The next call reconnects in a new process.
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
                    reply.get(reply.has(THROWN) ? THROWN : FAILURE).getAsString());
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
            if (!reply.has("result") && !reply.has(THROWN) && !reply.has(FAILURE)) {
                throw new IOException("no reply: " + reply);
            }
            return reply;
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException("no reply: " + line.toString(StandardCharsets.UTF_8), e);
        }
    }

    /** Returns whether the SDK threw an exception. */
    public static boolean isThrown(PrinterException failure) {
        return thrownBy(failure).isPresent();
    }

    /** Returns whether the SDK failed to connect to the printer, which includes its use by another program. */
    public static boolean isConnection(PrinterException failure) {
        return thrownBy(failure).filter(KitException::isConnection).isPresent();
    }

    private static Optional<KitException> thrownBy(Throwable failure) {
        if (failure == null || failure instanceof KitException) {
            return Optional.ofNullable((KitException) failure);
        }
        return thrownBy(failure.getCause());
    }

    /** An exception of the SDK. */
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
