package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** JSON in few words. */
public final class Json {

    private Json() {}

    /** Returns an object of name, value, name, value, …; null values are left out. */
    public static JsonObject object(Object... pairs) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                object.add((String) pairs[i], element(pairs[i + 1]));
            }
        }
        return object;
    }

    public static JsonArray array(Collection<?> items) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(element(item)));
        return array;
    }

    private static JsonElement element(Object value) {
        return switch (value) {
            case JsonElement json -> json;
            case Number number -> new JsonPrimitive(number);
            case Boolean flag -> new JsonPrimitive(flag);
            case Collection<?> items -> array(items);
            default -> new JsonPrimitive(value.toString());
        };
    }

    /** Reads an object, or returns empty when the text is none. */
    public static Optional<JsonObject> read(String text) {
        return element(text).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
    }

    /** Reads the objects of an array, or one object. */
    public static List<JsonObject> readAll(String text) {
        JsonElement element = element(text).orElse(JsonNull.INSTANCE);
        JsonArray items = element.isJsonArray() ? element.getAsJsonArray() : array(List.of(element));
        return objects(items);
    }

    private static Optional<JsonElement> element(String text) {
        try {
            return Optional.of(JsonParser.parseString(text));
        } catch (JsonParseException notJson) {
            return Optional.empty();
        }
    }

    public static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }

    public static boolean flag(JsonObject object, String name, boolean otherwise) {
        return text(object, name).map(Boolean::valueOf).orElse(otherwise);
    }

    /** Returns the member, an empty object when it is missing. */
    public static JsonObject at(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name))
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .orElseGet(JsonObject::new);
    }

    public static List<JsonObject> objects(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray items ? objects(items) : List.of();
    }

    public static List<String> texts(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray items
                ? StreamSupport.stream(items.spliterator(), false)
                        .map(JsonElement::getAsString)
                        .toList()
                : List.of();
    }

    private static List<JsonObject> objects(JsonArray items) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }
}
