package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * When to misbehave: at which calls of an operation, for whom.
 *
 * @param operation of which calls
 * @param misbehaviour what to do
 * @param onCall from the how many-eth matching call on, counted from 1 since the rule was set
 * @param times at how many calls
 * @param user only for this person (object id or user principal name), if given
 * @param time how long, where the misbehaviour takes a time
 */
public record Rule(
        Operation operation,
        Misbehaviour misbehaviour,
        int onCall,
        int times,
        Optional<String> user,
        Optional<Duration> time) {

    /** At the next call. */
    public static Rule once(Operation operation, Misbehaviour misbehaviour) {
        return new Rule(operation, misbehaviour, 1, 1, Optional.empty(), Optional.empty());
    }

    /** At every call. */
    public static Rule always(Operation operation, Misbehaviour misbehaviour) {
        return once(operation, misbehaviour).times(Integer.MAX_VALUE);
    }

    public Rule onCall(int number) {
        return new Rule(operation, misbehaviour, number, times, user, time);
    }

    public Rule times(int number) {
        return new Rule(operation, misbehaviour, onCall, number, user, time);
    }

    public Rule forUser(String reference) {
        return new Rule(operation, misbehaviour, onCall, times, Optional.of(reference), time);
    }

    public Rule lasting(Duration duration) {
        return new Rule(operation, misbehaviour, onCall, times, user, Optional.of(duration));
    }

    /** Reads {@code {"operation","misbehaviour","onCall":1,"times":1,"user","seconds"}}; {@code times} 0 is always. */
    public static Rule read(JsonObject json) {
        int times = Json.text(json, "times").map(Integer::valueOf).orElse(1);
        return new Rule(
                Operation.of(required(json, "operation")),
                Misbehaviour.of(required(json, "misbehaviour")),
                Json.text(json, "onCall").map(Integer::valueOf).orElse(1),
                times == 0 ? Integer.MAX_VALUE : times,
                Json.text(json, "user"),
                Json.text(json, "seconds").map(Rule::seconds));
    }

    public JsonObject toJson() {
        return Json.object(
                "operation", operation.wireName(),
                "misbehaviour", misbehaviour.wireName(),
                "onCall", onCall,
                "times", times == Integer.MAX_VALUE ? 0 : times,
                "user", user.orElse(null),
                "seconds",
                        time.map(value -> BigDecimal.valueOf(value.toMillis(), 3))
                                .orElse(null));
    }

    private static String required(JsonObject json, String name) {
        return Json.text(json, name).orElseThrow(() -> new IllegalArgumentException("a rule needs " + name));
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValue());
    }
}
