package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;

/** The rows of {@code claim}. A row counts until it expires, or until the process of its holder is known to have ended. */
final class Claims {

    /** The clock by which claims expire: that of the database where several stations share one. */
    @FunctionalInterface
    interface StoreClock {
        Instant now(Transaction in) throws SQLException;
    }

    /** One row. */
    private record Held(RecipientId recipient, long number, String holder, Instant expires) {

        static Held read(Row row) throws SQLException {
            return new Held(
                    new RecipientId(new RequestId(row.text("request")), row.number("position")),
                    row.longNumber("number"),
                    row.text("holder"),
                    row.instant("expires"));
        }
    }

    private final Database database;
    private final Liveness liveness;
    private final StoreClock clock;

    /**
     * The numbers issued to this user of the store and not released. A row of ours without one was never handed over: its
     * commit was not seen to end.
     */
    private final Set<Long> handedOver = ConcurrentHashMap.newKeySet();

    Claims(Database database, Liveness liveness, StoreClock clock) {
        this.database = database;
        this.liveness = liveness;
        this.clock = clock;
    }

    Optional<Claim> next(RequestId request, long failedUntil) {
        return taking((in, number) -> {
            requireRequest(in, request);
            Set<Integer> claimed = new HashSet<>();
            held(in, request).forEach(held -> claimed.add(held.recipient().position()));
            return candidates(in, request, failedUntil, claimed.size() + 1).stream()
                    .filter(position -> !claimed.contains(position))
                    .findFirst()
                    .map(position -> new RecipientId(request, position));
        });
    }

    Optional<Claim> take(RecipientId recipient) {
        return taking((in, number) -> {
            requireRecipient(in, recipient);
            return isHeld(in, recipient) ? Optional.empty() : Optional.of(recipient);
        });
    }

    /** Chooses whom to claim. */
    @FunctionalInterface
    private interface Choice {
        Optional<RecipientId> of(Transaction in, long number) throws SQLException;
    }

    private Optional<Claim> taking(Choice choice) {
        AtomicLong number = new AtomicLong();
        try {
            return database.write(in -> {
                number.set(in.next("claim"));
                Optional<RecipientId> recipient = choice.of(in, number.get());
                if (recipient.isEmpty()) {
                    return Optional.empty();
                }
                insert(in, recipient.get(), number.get());
                // Before the transaction ends, so that no other thread takes the row for one that was never handed
                // over.
                handedOver.add(number.get());
                return Optional.of(new Taken(recipient.get(), number.get()));
            });
        } catch (StoreException e) {
            handedOver.remove(number.get());
            throw e;
        }
    }

    private static List<Integer> candidates(Transaction in, RequestId request, long failedUntil, int limit)
            throws SQLException {
        return in.list(
                "SELECT position FROM recipient WHERE request = ? AND (outcome = 'PENDING' OR (outcome = 'FAILED'"
                        + " AND last_settlement <= ?)) ORDER BY position LIMIT ?",
                row -> row.number("position"),
                request,
                failedUntil,
                limit);
    }

    private void insert(Transaction in, RecipientId recipient, long number) throws SQLException {
        in.update("DELETE FROM claim WHERE request = ? AND position = ?", recipient.request(), recipient.position());
        in.update(
                "INSERT INTO claim (request, position, number, holder, expires) VALUES (?, ?, ?, ?, ?)",
                recipient.request(),
                recipient.position(),
                number,
                liveness.token(),
                clock.now(in).plus(Requests.CLAIM_LIFE));
    }

    List<Claim> renew(Collection<Claim> claims) {
        return database.write(in -> {
            Instant expires = clock.now(in).plus(Requests.CLAIM_LIFE);
            List<Claim> lost = new ArrayList<>();
            for (Claim claim : claims) {
                int changed = in.update(
                        "UPDATE claim SET expires = ? WHERE request = ? AND position = ? AND number = ?",
                        expires,
                        claim.recipient().request(),
                        claim.recipient().position(),
                        claim.number());
                if (changed == 0) {
                    lost.add(claim);
                }
            }
            return lost;
        });
    }

    List<RecipientId> claimed(RequestId request) {
        return database.read(
                in -> held(in, request).stream().map(Held::recipient).toList());
    }

    boolean isAnyHeld(Transaction in, RequestId request) throws SQLException {
        return !held(in, request).isEmpty();
    }

    boolean isHeld(Transaction in, RecipientId recipient) throws SQLException {
        return held(in, recipient.request()).stream()
                .anyMatch(held -> held.recipient().equals(recipient));
    }

    /** Returns whether the ceremony of this recipient that was opened under the given claim may still be going on. */
    boolean isInHand(Transaction in, RecipientId recipient, Optional<Long> openedUnder) throws SQLException {
        return held(in, recipient.request()).stream()
                .filter(held -> held.recipient().equals(recipient))
                .anyMatch(held -> !liveness.isMine(held.holder()) || openedUnder.equals(Optional.of(held.number())));
    }

    private List<Held> held(Transaction in, RequestId request) throws SQLException {
        Instant now = clock.now(in);
        List<Held> living = new ArrayList<>();
        for (Held held : in.list("SELECT * FROM claim WHERE request = ? ORDER BY position", Held::read, request)) {
            if (held.expires().isAfter(now) && isAlive(in, held)) {
                living.add(held);
            }
        }
        return living;
    }

    private boolean isAlive(Transaction in, Held held) throws SQLException {
        return liveness.isMine(held.holder()) ? handedOver.contains(held.number()) : liveness.lives(in, held.holder());
    }

    /** Refuses a claim that is not current: released, or taken over since. Numbers are never issued twice. */
    static void require(Transaction in, Claim claim) throws SQLException {
        boolean current = in.first(
                        "SELECT number FROM claim WHERE request = ? AND position = ? AND number = ?",
                        row -> row.longNumber("number"),
                        claim.recipient().request(),
                        claim.recipient().position(),
                        claim.number())
                .isPresent();
        if (!current) {
            throw new ClaimLostException(claim.request(), claim.number());
        }
    }

    /** As {@link #require(Transaction, Claim)}, for a write about this recipient. */
    static void require(Transaction in, Claim claim, RecipientId about) throws SQLException {
        require(in, claim);
        if (!claim.recipient().equals(about)) {
            throw new StoreException("Person " + about.position() + " of request " + about.request()
                    + " cannot be changed under the claim on another.");
        }
    }

    private static void requireRequest(Transaction in, RequestId request) throws SQLException {
        if (in.first("SELECT id FROM request WHERE id = ?", row -> row.text("id"), request)
                .isEmpty()) {
            throw new StoreException("There is no request " + request + ".");
        }
    }

    private static void requireRecipient(Transaction in, RecipientId recipient) throws SQLException {
        boolean known = in.first(
                        "SELECT position FROM recipient WHERE request = ? AND position = ?",
                        row -> row.number("position"),
                        recipient.request(),
                        recipient.position())
                .isPresent();
        if (!known) {
            throw new StoreException(
                    "There is no person " + recipient.position() + " in request " + recipient.request() + ".");
        }
    }

    /** A claim that was handed over. */
    private final class Taken implements Claim {

        private final RecipientId recipient;
        private final long number;

        Taken(RecipientId recipient, long number) {
            this.recipient = recipient;
            this.number = number;
        }

        @Override
        public RecipientId recipient() {
            return recipient;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public void close() {
            if (handedOver.remove(number)) {
                database.change(in -> in.update("DELETE FROM claim WHERE number = ?", number));
            }
        }

        @Override
        public String toString() {
            return "claim " + number + " on " + recipient;
        }
    }
}
