package org.keyhopper.directory.support.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.Map;

/** Writes JSON from maps, collections, strings, numbers and booleans. */
public final class JsonText {

    private JsonText() {}

    /** Returns the JSON text of an object; members come in the order of the map. */
    public static String of(Map<String, ?> members) {
        return element(members).toString();
    }

    private static JsonElement element(Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case String text -> new JsonPrimitive(text);
            case Number number -> new JsonPrimitive(number);
            case Boolean flag -> new JsonPrimitive(flag);
            case Map<?, ?> members -> object(members);
            case Collection<?> items -> array(items);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        };
    }

    private static JsonObject object(Map<?, ?> members) {
        JsonObject object = new JsonObject();
        members.forEach((name, value) -> object.add((String) name, element(value)));
        return object;
    }

    private static JsonArray array(Collection<?> items) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(element(item)));
        return array;
    }
}
