package org.keyhopper.store.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.keyhopper.store.CentralLocation;

/**
 * The resources of Central's database: a file in its folder, or a PostgreSQL server that several instances share.
 *
 * <p>Transactions of enrolments use a pool, and lock rows. What edits whole requests is the same code as at a station and
 * excludes them all for its few milliseconds.
 */
public final class CentralContext implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final StoreContext records;
    private final DatabasePool pool;
    private final Liveness workers;
    private final boolean isServer;
    private final Clock clock;
    private final Instant started;

    private CentralContext(Path folder, Optional<DatabaseAddress> address, KeyFile keyFile, Clock clock) {
        this.clock = clock;
        started = clock.instant();
        isServer = address.isPresent();
        Database database;
        if (isServer) {
            SessionLiveness session = new SessionLiveness();
            Supplier<DatabaseAddress> server = address::orElseThrow;
            database = new Database(new PostgresDialect(server, session));
            pool = new DatabasePool(IntStream.range(0, CONNECTIONS)
                    .mapToObj(i -> new Database(PostgresDialect.lockingRows(server)))
                    .toList());
            workers = session;
        } else {
            database = new Database(new SqliteDialect(folder.resolve("central.db")));
            pool = new DatabasePool(List.of(database));
            workers = new FileLiveness(folder.resolve("running"));
        }
        records = StoreContext.ofCentral(
                folder, keyFile, database, isServer ? PostgresDialect::now : in -> clock.instant());
    }

    /** Creates a context without opening the database. */
    public static CentralContext at(CentralLocation location, Clock clock) {
        Path folder = location.folder().toAbsolutePath();
        KeyFile keyFile = KeyFile.of(location.keyFile().orElse(folder.resolve("station.key")));
        return new CentralContext(folder, location.address().map(DatabaseAddress::parse), keyFile, clock);
    }

    /** Returns the context of the records that a station has as well. */
    public StoreContext records() {
        return records;
    }

    DatabasePool pool() {
        return pool;
    }

    /** Returns the signs of life of the instances of Central. */
    Liveness workers() {
        return workers;
    }

    /** Returns what locks the rows of a query until the end of the transaction. SQLite has one writer at a time. */
    String rowLock() {
        return isServer ? " FOR UPDATE" : "";
    }

    /** Returns when this instance was created, by the clock of this computer. */
    Instant started() {
        return started;
    }

    boolean isServer() {
        return isServer;
    }

    Instant now(Transaction in) throws SQLException {
        return isServer ? PostgresDialect.now(in) : clock.instant();
    }

    /** Returns the time of this computer, for records that only people read. */
    Instant localTime() {
        return clock.instant();
    }

    @Override
    public void close() {
        try (workers;
                pool) {
            records.close();
        }
    }
}
