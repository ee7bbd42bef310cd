package org.keyhopper.central.load;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long calls took. Thread-safe. */
final class Latencies {

    private static final double NANOS = 1_000_000;

    /** By name. Guarded by this. */
    private final Map<String, List<Long>> taken = new TreeMap<>();

    synchronized void add(String name, long nanos) {
        taken.computeIfAbsent(name, it -> new ArrayList<>()).add(nanos);
    }

    /** Forgets what was measured. */
    synchronized void clear() {
        taken.clear();
    }

    /** Returns count, median, 99th percentile and longest of each call, in milliseconds. */
    synchronized JsonObject json() {
        JsonObject all = new JsonObject();
        taken.forEach((name, nanos) -> {
            List<Long> sorted = nanos.stream().sorted().toList();
            JsonObject one = new JsonObject();
            one.addProperty("calls", sorted.size());
            one.addProperty("p50", percentile(sorted, 0.5));
            one.addProperty("p99", percentile(sorted, 0.99));
            one.addProperty("longest", percentile(sorted, 1));
            all.add(name, one);
        });
        return all;
    }

    private static double percentile(List<Long> sorted, double part) {
        int index = Math.max(0, (int) Math.ceil(sorted.size() * part) - 1);
        return Math.round(sorted.get(index) / NANOS * 10) / 10.0;
    }
}
