package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.LeaseLostException;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests.Lease;
import org.keyhopper.core.request.StoreException;

/** Who works on which request: the rows of {@code lease}. A row counts as long as its holder lives. */
final class Leases {

    /** One row. */
    record Held(long number, String holder) {}

    private final Database database;
    private final Liveness presence;
    private final Claims claims;
    private final Clock clock;

    /** The numbers given to this user of the store and not released; a row of ours without one was never handed over. */
    private final Set<Long> handedOver = ConcurrentHashMap.newKeySet();

    Leases(Database database, Liveness presence, Claims claims, Clock clock) {
        this.database = database;
        this.presence = presence;
        this.claims = claims;
        this.clock = clock;
    }

    Optional<Lease> take(RequestId id) {
        AtomicLong number = new AtomicLong();
        try {
            return database.write(in -> {
                if (isHeld(in, id) || claims.isAnyHeld(in, id)) {
                    return Optional.empty();
                }
                in.update("DELETE FROM lease WHERE request = ?", id);
                number.set(in.next("lease"));
                insert(in, id, number.get());
                // Before the transaction ends, so that no other thread takes it for one that was never handed over.
                handedOver.add(number.get());
                return Optional.of(new Taken(id, number.get()));
            });
        } catch (StoreException e) {
            handedOver.remove(number.get());
            throw e;
        }
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
        return kept.isPresent() && isAlive(in, kept.get()) ? kept : Optional.empty();
    }

    /** A lease whose taking was not seen to end, as when the connection broke at its commit, is nobody's. */
    private boolean isAlive(Transaction in, Held lease) throws SQLException {
        return presence.isMine(lease.holder())
                ? handedOver.contains(lease.number())
                : presence.lives(in, lease.holder());
    }

    /**
     * Refuses a lease that is not current: released, or taken over while its holder was taken for gone. The number alone
     * tells, since none is given twice; it does not matter who has the request now, nor whether anyone has.
     */
    void require(Transaction in, Lease lease) throws SQLException {
        if (lease instanceof Claim claim) {
            Claims.require(in, claim);
            return;
        }
        boolean current = in.first(
                        "SELECT number FROM lease WHERE request = ? AND number = ?",
                        row -> row.longNumber("number"),
                        lease.request(),
                        lease.number())
                .isPresent();
        if (!current) {
            throw new LeaseLostException(lease);
        }
    }

    /** As {@link #require(Transaction, Lease)}, for a write about this request. */
    void require(Transaction in, Lease lease, RecipientId about) throws SQLException {
        require(in, lease);
        refuseUnlessOf(lease, about);
    }

    /** Refuses to change one request under the lease of another. */
    static void refuseUnlessOf(Lease lease, RecipientId about) {
        boolean fits = lease instanceof Claim claim
                ? claim.recipient().equals(about)
                : lease.request().equals(about.request());
        if (!fits) {
            throw new StoreException("Person " + about.position() + " of request " + about.request()
                    + " cannot be changed under the claim on another.");
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

    /** One that was handed over. */
    private final class Taken implements Lease {

        private final RequestId request;
        private final long number;

        Taken(RequestId request, long number) {
            this.request = request;
            this.number = number;
        }

        @Override
        public RequestId request() {
            return request;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public void close() {
            if (handedOver.remove(number)) {
                database.change(in -> in.update("DELETE FROM lease WHERE number = ?", number));
            }
        }
    }
}
