package org.keyhopper.printer.evolis.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.ByteStream;

/** JSON-RPC 2.0 as used by the vendor's service: no framing, one request at a time, every parameter a string. */
final class ServiceMessages {

    private static final int MAX_RESPONSE = 1 << 20;

    private ServiceMessages() {}

    /** A response: a result or an error. */
    record Answer(Optional<String> result, Optional<ServiceError> error) {}

    static byte[] request(String method, Map<String, String> parameters) {
        JsonObject params = new JsonObject();
        parameters.forEach(params::addProperty);
        JsonObject request = new JsonObject();
        request.addProperty("jsonrpc", "2.0");
        request.addProperty("id", "1");
        request.addProperty("method", method);
        request.add("params", params);
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads until the object is complete, since the service keeps the connection open. */
    static Answer readAnswer(ByteStream from, Deadline deadline) throws IOException, InterruptedException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int next = from.read(deadline); next >= 0 && text.size() < MAX_RESPONSE; next = from.read(deadline)) {
            text.write(next);
            if (next == '}') {
                Optional<JsonObject> whole = parsed(text.toString(StandardCharsets.UTF_8));
                if (whole.isPresent()) {
                    return answer(whole.get());
                }
            }
        }
        throw new EOFException("invalid response of the service: " + text.toString(StandardCharsets.UTF_8));
    }

    private static Optional<JsonObject> parsed(String text) {
        try {
            return Optional.of(JsonParser.parseString(text).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Answer answer(JsonObject reply) throws IOException {
        if (reply.get("error") instanceof JsonObject error) {
            return new Answer(Optional.empty(), Optional.of(new ServiceError(code(error), text(error.get("message")))));
        }
        return new Answer(Optional.of(text(reply.get("result")).strip()), Optional.empty());
    }

    private static int code(JsonObject error) throws IOException {
        try {
            return Integer.parseInt(text(error.get("code")));
        } catch (NumberFormatException e) {
            throw new IOException("error without code: " + error, e);
        }
    }

    private static String text(JsonElement element) {
        if (element == null || element.isJsonNull()) {
            return "";
        }
        return element.isJsonPrimitive() ? element.getAsString() : element.toString();
    }
}
