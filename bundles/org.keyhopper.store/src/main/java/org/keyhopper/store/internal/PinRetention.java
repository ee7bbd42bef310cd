package org.keyhopper.store.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.keyhopper.core.journal.StationAction;

/** How long PINs are kept after their people have them. */
record PinRetention(Database database, StationTrail trail) {

    /** A PIN of this station's own that its person was shown, and that reconciling does not need any more. */
    private static final String SHOWN_BEFORE = "ceremony IN (SELECT c.id FROM ceremony c WHERE c.closed = 1)"
            + " AND ceremony IN (SELECT s.ceremony FROM pin_showing s GROUP BY s.ceremony HAVING MAX(s.shown) < ?)";

    /** Deletes those that were confirmed or shown before this time; returns how many. */
    int purge(Instant before) {
        int purged = database.write(in -> {
            int deleted = in.update("DELETE FROM sealed_pin WHERE received < ?", before)
                    + in.update("DELETE FROM pin WHERE " + SHOWN_BEFORE, before);
            if (deleted > 0) {
                trail.add(in, StationAction.PINS_DELETED, "", Map.of("pins", Integer.toString(deleted)));
            }
            return deleted;
        });
        if (purged > 0) {
            database.dropOldPages();
        }
        return purged;
    }

    Duration days() {
        return database.read(in -> in.first("SELECT days FROM pin_retention", row -> row.number("days")))
                .map(Duration::ofDays)
                .orElseThrow();
    }

    void change(Duration retention) {
        database.change(in -> in.update("UPDATE pin_retention SET days = ?", retention.toDays()));
    }
}
