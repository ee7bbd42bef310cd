package org.keyhopper.directory.support.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A lenient view of JSON: members that are missing, null or of another type read as empty, unknown members are ignored.
 * Immutable.
 */
public final class JsonView {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final JsonElement element;

    private JsonView(JsonElement element) {
        this.element = element;
    }

    /** Reads one JSON text of UTF-8 bytes, or returns empty when it is not JSON. */
    public static Optional<JsonView> parse(byte[] utf8) {
        return parse(new String(utf8, StandardCharsets.UTF_8));
    }

    /** Reads one JSON text, or returns empty when it is not JSON. */
    public static Optional<JsonView> parse(String text) {
        String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            boolean whole = !json.isBlank() && reader.peek() == JsonToken.END_DOCUMENT;
            return whole ? Optional.of(new JsonView(element)) : Optional.empty();
        } catch (JsonParseException | IOException notJson) {
            return Optional.empty();
        }
    }

    /** Goes down the member names; an empty view when one is missing. */
    public JsonView at(String... path) {
        JsonElement here = element;
        for (String name : path) {
            JsonElement next = here.isJsonObject() ? here.getAsJsonObject().get(name) : null;
            here = next == null ? JsonNull.INSTANCE : next;
        }
        return new JsonView(here);
    }

    /** Returns a string, or a number as text. */
    public Optional<String> text(String... path) {
        return primitive(path).filter(value -> !value.isBoolean()).map(JsonPrimitive::getAsString);
    }

    public Optional<Boolean> flag(String... path) {
        return primitive(path).filter(JsonPrimitive::isBoolean).map(JsonPrimitive::getAsBoolean);
    }

    /** Returns a whole number, also one written as text. */
    public Optional<Long> number(String... path) {
        return text(path).filter(digits -> digits.matches("-?\\d{1,18}")).map(Long::valueOf);
    }

    /** Returns an ISO 8601 time. */
    public Optional<Instant> instant(String... path) {
        return text(path).flatMap(JsonView::time);
    }

    /** Returns the elements of an array; none when it is not one. */
    public List<JsonView> items(String... path) {
        JsonElement here = at(path).element;
        return here.isJsonArray()
                ? here.getAsJsonArray().asList().stream().map(JsonView::new).toList()
                : List.of();
    }

    /** Returns the strings of an array, skipping what is no string. */
    public List<String> texts(String... path) {
        return items(path).stream().flatMap(item -> item.text().stream()).toList();
    }

    /** Returns the names of the members; none when it is not an object. */
    public Set<String> names() {
        return element.isJsonObject() ? Set.copyOf(element.getAsJsonObject().keySet()) : Set.of();
    }

    public boolean isObject() {
        return element.isJsonObject();
    }

    public boolean isArray() {
        return element.isJsonArray();
    }

    private Optional<JsonPrimitive> primitive(String... path) {
        JsonElement here = at(path).element;
        return here.isJsonPrimitive() ? Optional.of(here.getAsJsonPrimitive()) : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** Compares the JSON; the order of an object's members does not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof JsonView view && element.equals(view.element);
    }

    @Override
    public int hashCode() {
        return element.hashCode();
    }

    /** Says only what kind of JSON it is: the content may be a secret. */
    @Override
    public String toString() {
        return element.isJsonObject() ? "JSON object" : element.isJsonArray() ? "JSON array" : "JSON value";
    }
}
