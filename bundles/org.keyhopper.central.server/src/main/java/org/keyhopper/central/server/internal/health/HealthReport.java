package org.keyhopper.central.server.internal.health;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.store.Instances.Instance;

/**
 * What is known at one moment.
 *
 * @param time of the database, if it answers
 * @param parts in the order of their checks
 * @param instances that serve from the same database
 */
public record HealthReport(
        State state, String version, Optional<Instant> time, List<Part> parts, List<Instance> instances) {

    /** Whether calls are worth sending here. */
    public enum State {
        /** Everything works. */
        UP,
        /** Calls are carried out, and something needs attention. */
        DEGRADED,
        /** Calls fail. */
        DOWN,
        /** The process ends: running calls are finished, others refused. */
        STOPPING
    }

    /**
     * One thing that was checked.
     *
     * @param detail for administrators; empty if there is nothing to say
     */
    public record Part(String name, State state, String detail) {}

    /** Returns whether calls should be sent to this instance. */
    public boolean isReady() {
        return state == State.UP || state == State.DEGRADED;
    }

    /** Returns what anyone may read: the state, and the names of parts that are not up. */
    public JsonObject brief() {
        JsonObject object = new JsonObject();
        object.addProperty("status", state.name());
        time.ifPresent(now -> object.addProperty("time", now.toString()));
        JsonArray degraded = new JsonArray();
        parts.stream().filter(part -> part.state() != State.UP).map(Part::name).forEach(degraded::add);
        object.add("degraded", degraded);
        object.addProperty("instances", instances.size());
        return object;
    }

    /** Returns everything, for administrators. */
    public JsonObject full() {
        JsonObject object = brief();
        object.addProperty("version", version);
        JsonArray all = new JsonArray();
        for (Part part : parts) {
            JsonObject one = new JsonObject();
            one.addProperty("name", part.name());
            one.addProperty("status", part.state().name());
            one.addProperty("detail", part.detail());
            all.add(one);
        }
        object.add("parts", all);
        JsonArray seen = new JsonArray();
        for (Instance instance : instances) {
            JsonObject one = new JsonObject();
            one.addProperty("id", instance.id());
            one.addProperty("version", instance.version());
            one.addProperty("started", instance.started().toString());
            one.addProperty("seen", instance.seen().toString());
            seen.add(one);
        }
        object.add("instances", seen);
        return object;
    }
}
