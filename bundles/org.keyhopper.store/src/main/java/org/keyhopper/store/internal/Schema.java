package org.keyhopper.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.core.request.StoreException;

/** Migrates the tables to the current version with numbered files, each in a transaction of its own. */
final class Schema {

    /** The file at index n migrates to version n + 1. Released files are never changed. */
    static final List<String> FILES = List.of(
            "001-station.sql",
            "002-reader-bindings.sql",
            "003-people.sql",
            "004-names.sql",
            "005-claims.sql",
            "006-central.sql",
            "007-operators.sql",
            "008-operation.sql",
            "009-records.sql",
            "010-pins.sql",
            "011-row-macs.sql",
            "012-outcomes.sql",
            "013-stations.sql",
            "014-portal.sql",
            "015-pin-rules.sql",
            "016-station-audit.sql",
            "017-profiles.sql",
            "018-pick-up.sql",
            "019-pin-delivery.sql");

    /** How a file says from which version of the program on its result can be used. */
    static final Pattern USABLE_FROM = Pattern.compile("\\A-- usable from (\\d+)\\b");

    private Schema() {}

    static int newest() {
        return FILES.size();
    }

    static void migrate(Connection connection, Dialect dialect) throws SQLException {
        int version = version(connection);
        refuseNewer(connection, version);
        while (version < newest()) {
            version = migrateOneVersion(connection, dialect);
        }
    }

    /** Reads the version again while holding the write lock: another process may have been faster. */
    private static int migrateOneVersion(Connection connection, Dialect dialect) throws SQLException {
        dialect.begin(connection, true);
        try (Statement statement = connection.createStatement()) {
            int version = version(connection);
            if (version < newest()) {
                apply(statement, version);
                version++;
            }
            statement.execute("COMMIT");
            return version;
        } catch (SQLException | RuntimeException e) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ROLLBACK");
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private static void apply(Statement statement, int version) throws SQLException {
        if (version == 0) {
            statement.execute("CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied TEXT NOT NULL)");
        }
        String file = text(FILES.get(version));
        for (String sql : statements(file)) {
            statement.execute(sql);
        }
        statement.execute("INSERT INTO schema_version (version, applied) VALUES (" + (version + 1) + ", '"
                + Instant.now() + "')");
        Matcher usable = USABLE_FROM.matcher(file);
        if (usable.find()) {
            statement.execute(
                    "UPDATE schema_version SET usable_from = " + usable.group(1) + " WHERE version = " + (version + 1));
        }
    }

    /** Returns the version of the tables; 0 for an empty database. */
    static int version(Connection connection) throws SQLException {
        try (ResultSet table =
                connection.getMetaData().getTables(null, connection.getSchema(), "schema_version", null)) {
            if (!table.next()) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery("SELECT MAX(version) FROM schema_version")) {
            return newest.next() ? newest.getInt(1) : 0;
        }
    }

    /**
     * An older instance goes on during a rolling upgrade, as long as all that was added since says that it can be used from
     * this version on.
     */
    private static void refuseNewer(Connection connection, int version) throws SQLException {
        if (version > newest() && !isUsable(connection)) {
            throw new StoreException("The data was written by a newer Keyhopper (data version " + version
                    + ", this program knows " + newest() + "), which changed what this program works with. Update"
                    + " Keyhopper on this computer.");
        }
    }

    /** Returns whether every version that this program does not know can be used by it. */
    static boolean isUsable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet unusable = statement.executeQuery("SELECT COUNT(*) FROM schema_version WHERE version > "
                        + newest() + " AND (usable_from IS NULL OR usable_from > " + newest() + ")")) {
            return unusable.next() && unusable.getInt(1) == 0;
        }
    }

    static List<String> statements(String text) {
        return List.of(text.strip().split(";\\s*(\\n|$)"));
    }

    private static String text(String file) {
        try (InputStream in = Schema.class.getResourceAsStream("/schema/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
