package org.keyhopper.central.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up values for calls from a seed: those of a schema, those that were seen in replies, and hostile ones. */
final class FuzzValues {

    private static final int LONG_TEXT = 5_000;
    private static final int MOST_SEEN = 400;

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\u202e\ufffe\uffff",
            "\ud83d\ude00",
            "' OR 1=1 --",
            "\"; DROP TABLE audit_event; --",
            "%_%",
            "../../etc/passwd",
            "..%2f",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "0",
            "-1",
            "99999999999999999999",
            "9223372036854775807",
            "1e400",
            "NaN",
            "2026-02-30",
            "9999999999-12-31",
            "+1000000000-01-01",
            "1970-01-01T00:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "A",
            "AA==",
            "////",
            "null",
            "true",
            "\r\nX-Injected: yes",
            "x".repeat(LONG_TEXT),
            "\u00e4".repeat(200));

    private static final List<String> NUMBERS = List.of(
            "0", "1", "2", "-1", "-0", "1.5", "1e400", "-1e400", "1E-400", "2147483648", "9223372036854775808", "1e19");

    final Random random;
    private final List<String> seen = new ArrayList<>();
    private final Map<String, List<String>> byName = new LinkedHashMap<>();

    FuzzValues(long seed) {
        random = new Random(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Remembers a value under the name that calls give to it. */
    void remember(String name, String value) {
        List<String> values = byName.computeIfAbsent(name, it -> new ArrayList<>());
        add(values, value);
        add(seen, value);
    }

    private void add(List<String> values, String value) {
        if (values.size() < MOST_SEEN) {
            values.add(value);
        } else {
            values.set(random.nextInt(MOST_SEEN), value);
        }
    }

    /** Remembers the texts and numbers of a reply. */
    void remember(JsonElement reply) {
        if (reply.isJsonArray()) {
            reply.getAsJsonArray().forEach(this::remember);
        } else if (reply.isJsonObject()) {
            reply.getAsJsonObject().asMap().forEach((name, value) -> {
                if (value.isJsonPrimitive()) {
                    remember(name, value.getAsString());
                } else {
                    remember(value);
                }
            });
        }
    }

    /** Returns a text, often one that a member or parameter of this name may have. */
    String text(String name) {
        List<String> fitting = byName.getOrDefault(name, List.of());
        if (!fitting.isEmpty() && chance(65)) {
            return any(fitting);
        }
        return seen.isEmpty() || chance(60) ? any(HOSTILE) : any(seen);
    }

    /** Returns JSON of a schema, with some members missing, of another type, or unknown. */
    JsonElement json(String name, JsonObject schema, JsonObject schemas, int depth) {
        if (chance(10) || depth > 5) {
            return anything(name, 0);
        }
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").getAsString();
            JsonObject referred = schemas.getAsJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
            return json(name, referred, schemas, depth + 1);
        }
        return switch (schema.has("type") ? schema.get("type").getAsString() : "object") {
            case "string" -> new JsonPrimitive(text(name));
            case "integer", "number" -> number();
            case "boolean" -> new JsonPrimitive(random.nextBoolean());
            case "array" -> array(name, schema.getAsJsonObject("items"), schemas, depth);
            default -> object(schema, schemas, depth);
        };
    }

    private JsonArray array(String name, JsonObject items, JsonObject schemas, int depth) {
        JsonArray array = new JsonArray();
        int size = chance(3) ? 600 : random.nextInt(4);
        for (int i = 0; i < size; i++) {
            array.add(json(name, items, schemas, depth + 1));
        }
        return array;
    }

    private JsonObject object(JsonObject schema, JsonObject schemas, int depth) {
        JsonObject object = new JsonObject();
        if (schema.has("properties")) {
            schema.getAsJsonObject("properties").asMap().forEach((member, of) -> {
                if (chance(85)) {
                    object.add(member, json(member, of.getAsJsonObject(), schemas, depth + 1));
                }
            });
        } else {
            FuzzRoute.MEMBERS.forEach((member, of) -> {
                if (chance(85)) {
                    object.add(member, json(member, of, schemas, depth + 1));
                }
            });
        }
        if (chance(10)) {
            object.add(text("unknown"), anything("unknown", 0));
        }
        return object;
    }

    private JsonPrimitive number() {
        return new JsonPrimitive(new BigDecimal(any(NUMBERS)));
    }

    private JsonElement anything(String name, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> number();
            case 2 -> new JsonPrimitive(random.nextBoolean());
            case 3 -> new JsonPrimitive(text(name));
            case 4 -> {
                JsonArray array = new JsonArray();
                for (int i = random.nextInt(3); i > 0; i--) {
                    array.add(anything(name, depth + 1));
                }
                yield array;
            }
            default -> {
                JsonObject object = new JsonObject();
                for (int i = random.nextInt(3); i > 0; i--) {
                    object.add(text(name), anything(name, depth + 1));
                }
                yield object;
            }
        };
    }
}
