package org.keyhopper.store.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.CentralInspection;
import org.keyhopper.store.CentralLocation;

/** Reads the state of Central's database through a connection of its own, which migrates nothing. */
public final class InspectedDatabase {

    private InspectedDatabase() {}

    /** Inspects. */
    public static CentralInspection inspect(CentralLocation location) {
        Optional<DatabaseAddress> address = location.address().map(DatabaseAddress::parse);
        Path file = location.folder().toAbsolutePath().resolve(CentralCopy.DATABASE);
        if (address.isEmpty() && !Files.exists(file)) {
            return new CentralInspection("SQLite", false, 0, Schema.newest(), true, false);
        }
        Dialect dialect =
                address.isPresent() ? PostgresDialect.lockingRows(address::orElseThrow) : new SqliteDialect(file);
        CentralInspection found = read(dialect);
        if (found.keyChosen() && found.dataVersion() == Schema.newest()) {
            requireKey(location);
        }
        return found;
    }

    private static CentralInspection read(Dialect dialect) {
        try (Connection connection = dialect.connect()) {
            DatabaseMetaData about = connection.getMetaData();
            if (dialect instanceof PostgresDialect
                    && about.getDatabaseMajorVersion() < CentralInspection.OLDEST_POSTGRESQL) {
                throw new StoreException("The server is PostgreSQL " + about.getDatabaseProductVersion()
                        + ". Keyhopper Central needs PostgreSQL " + CentralInspection.OLDEST_POSTGRESQL + " or later.");
            }
            int version = Schema.version(connection);
            boolean keyChosen = version > 0
                    && new Transaction(connection, RowProtection.NONE)
                            .first("SELECT id FROM master_key", row -> row.number("id"))
                            .isPresent();
            return new CentralInspection(
                    about.getDatabaseProductName() + " " + about.getDatabaseProductVersion(),
                    version > 0,
                    version,
                    Schema.newest(),
                    version <= Schema.newest() || Schema.isUsable(connection),
                    keyChosen);
        } catch (SQLException e) {
            throw new StoreException(dialect.explain(e), e);
        }
    }

    private static void requireKey(CentralLocation location) {
        try (CentralContext context = CentralContext.at(location, Clock.systemUTC())) {
            context.records().open();
            context.records().masterKey().seal();
        }
    }
}
