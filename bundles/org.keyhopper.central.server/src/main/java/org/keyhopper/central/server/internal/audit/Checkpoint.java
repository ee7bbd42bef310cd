package org.keyhopper.central.server.internal.audit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;

/**
 * A statement that the audit trail had an entry with this hash, and all before it.
 *
 * @param number of the entry
 * @param at when the checkpoint was made
 */
public record Checkpoint(long number, String hash, Instant at) {

    String json() {
        JsonObject object = new JsonObject();
        object.addProperty("number", number);
        object.addProperty("hash", hash);
        object.addProperty("at", at.toString());
        return object.toString();
    }

    /** Throws IllegalArgumentException or JsonParseException if it is not one. */
    static Checkpoint parse(String json) {
        JsonObject object = JsonParser.parseString(json).getAsJsonObject();
        return new Checkpoint(
                object.get("number").getAsLong(),
                object.get("hash").getAsString(),
                Instant.parse(object.get("at").getAsString()));
    }
}
