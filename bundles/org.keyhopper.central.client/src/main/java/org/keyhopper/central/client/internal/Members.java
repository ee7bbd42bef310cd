package org.keyhopper.central.client.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads members of JSON objects; what is missing or wrong is a BadReplyException with the name of the member. */
final class Members {

    /** Reads one value. */
    @FunctionalInterface
    interface Reading<T> {
        T of(JsonElement value) throws BadReplyException;
    }

    private Members() {}

    static Optional<JsonElement> optional(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isJsonNull());
    }

    static Optional<String> optionalText(JsonObject object, String name) throws BadReplyException {
        return object.has(name) ? Optional.of(text(object, name)) : Optional.empty();
    }

    /** Returns false for a member that an older Central does not send. */
    static boolean flag(JsonObject object, String name) throws BadReplyException {
        return object.has(name) && read(object, name, JsonElement::getAsBoolean);
    }

    static String text(JsonObject object, String name) throws BadReplyException {
        return read(object, name, JsonElement::getAsString);
    }

    static long number(JsonObject object, String name) throws BadReplyException {
        return read(object, name, JsonElement::getAsLong);
    }

    static JsonObject object(JsonObject object, String name) throws BadReplyException {
        return read(object, name, JsonElement::getAsJsonObject);
    }

    static byte[] bytes(JsonObject object, String name) throws BadReplyException {
        return read(object, name, value -> Base64.getUrlDecoder().decode(value.getAsString()));
    }

    static Instant instant(JsonObject object, String name) throws BadReplyException {
        return read(object, name, value -> Instant.parse(value.getAsString()));
    }

    static <T extends Enum<T>> T constant(JsonObject object, String name, Class<T> type) throws BadReplyException {
        return read(
                object, name, value -> Enum.valueOf(type, value.getAsString().toUpperCase(java.util.Locale.ROOT)));
    }

    /** Returns the list, which is empty if there is no such member. */
    static <T> List<T> list(JsonObject object, String name, Reading<T> reading) throws BadReplyException {
        List<T> list = new ArrayList<>();
        if (object.has(name)) {
            JsonArray array = read(object, name, JsonElement::getAsJsonArray);
            for (JsonElement element : array) {
                list.add(guarded(name, element, reading));
            }
        }
        return list;
    }

    private static <T> T read(JsonObject object, String name, Reading<T> reading) throws BadReplyException {
        JsonElement value = optional(object, name).orElseThrow(() -> new BadReplyException(name));
        return guarded(name, value, reading);
    }

    private static <T> T guarded(String name, JsonElement value, Reading<T> reading) throws BadReplyException {
        try {
            return reading.of(value);
        } catch (IllegalStateException
                | UnsupportedOperationException
                | IllegalArgumentException
                | DateTimeException e) {
            throw new BadReplyException(name);
        }
    }
}
