package org.keyhopper.printer.sdk.internal;

import com.google.gson.JsonObject;
import java.util.Set;
import org.keyhopper.api.printer.Station;

/**
 * What a FARGO printer says it is doing.
 *
 * @param word in lower case
 */
record FargoActivity(String word) {

    private static final Set<String> RESTING = Set.of("idle", "ready");
    private static final Set<String> STUCK = Set.of("exception");
    private static final Set<String> PAUSED = Set.of("paused");

    static FargoActivity of(JsonObject reply) {
        return new FargoActivity(reply.get("activity").getAsString());
    }

    boolean isResting() {
        return RESTING.contains(word);
    }

    boolean isStuck() {
        return STUCK.contains(word);
    }

    boolean isPaused() {
        return PAUSED.contains(word);
    }

    boolean isEncoding(Station station) {
        return word.equals(station == Station.CONTACT ? "encodecontact" : "encodecontactless");
    }

    boolean isEncoding() {
        return isEncoding(Station.CONTACT) || isEncoding(Station.CONTACTLESS);
    }
}
