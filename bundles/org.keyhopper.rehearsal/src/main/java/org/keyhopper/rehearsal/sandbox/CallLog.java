package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The calls of late: never a header, a query or a body. Thread-safe. */
public final class CallLog {

    private static final int MOST = 10_000;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** @param status 0 when the connection was closed without an answer */
    record Entry(Instant time, Operation operation, String path, int status, Optional<Misbehaviour> misbehaviour) {
        JsonObject toJson() {
            return Json.object(
                    "time", time,
                    "operation", operation.wireName(),
                    "path", path,
                    "status", status,
                    "misbehaviour", misbehaviour.map(Misbehaviour::wireName).orElse(null));
        }
    }

    public synchronized void add(Operation operation, String path, int status, Optional<Misbehaviour> misbehaviour) {
        entries.addLast(new Entry(Instant.now(), operation, path, status, misbehaviour));
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
    }

    public synchronized List<Entry> all() {
        return List.copyOf(entries);
    }
}
