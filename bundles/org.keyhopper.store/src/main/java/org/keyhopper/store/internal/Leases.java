package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests.Lease;
import org.keyhopper.core.request.StoreException;

/** Who works on which request: the rows of {@code lease}. A row counts as long as its holder lives. */
final class Leases {

    /** One row. */
    record Held(long number, String holder) {}

    private final Database database;
    private final Presence presence;
    private final Clock clock;

    Leases(Database database, Presence presence, Clock clock) {
        this.database = database;
        this.presence = presence;
        this.clock = clock;
    }

    Optional<Lease> take(RequestId id) {
        return database.write(in -> {
            if (isHeld(in, id)) {
                return Optional.empty();
            }
            in.update("DELETE FROM lease WHERE request = ?", id);
            long number = in.next("lease");
            insert(in, id, number);
            return Optional.of(() -> end(number));
        });
    }

    boolean isHeld(Transaction in, RequestId id) throws SQLException {
        return of(in, id).isPresent();
    }

    /** Returns the lease of a holder who lives. */
    Optional<Held> of(Transaction in, RequestId id) throws SQLException {
        Optional<Held> kept = in.first(
                "SELECT number, holder FROM lease WHERE request = ?",
                row -> new Held(row.longNumber("number"), row.text("holder")),
                id);
        return kept.isPresent() && presence.lives(in, kept.get().holder()) ? kept : Optional.empty();
    }

    /** Returns the number of our own lease on the request, if any; refuses as {@link #refuseOthers}. */
    OptionalLong mine(Transaction in, RequestId id) throws SQLException {
        refuseOthers(in, id);
        Optional<Held> lease = of(in, id);
        return lease.isPresent() ? OptionalLong.of(lease.get().number()) : OptionalLong.empty();
    }

    /**
     * Refuses to go on where somebody else has the lease: whoever was cut off from a shared database for a while may have been
     * taken for gone.
     */
    void refuseOthers(Transaction in, RequestId id) throws SQLException {
        if (of(in, id).filter(lease -> !presence.isMine(lease.holder())).isPresent()) {
            throw new StoreException("Request " + id + " is being worked on at another place now. Stop here.");
        }
    }

    private void insert(Transaction in, RequestId id, long number) throws SQLException {
        boolean known = in.first("SELECT id FROM request WHERE id = ?", row -> row.text("id"), id)
                .isPresent();
        if (!known) {
            throw new StoreException("There is no request " + id + ".");
        }
        in.update(
                "INSERT INTO lease (request, number, holder, pid, operator, taken) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                number,
                presence.token(),
                ProcessHandle.current().pid(),
                System.getProperty("user.name", ""),
                clock.instant());
    }

    private void end(long number) {
        database.change(in -> in.update("DELETE FROM lease WHERE number = ?", number));
    }
}
