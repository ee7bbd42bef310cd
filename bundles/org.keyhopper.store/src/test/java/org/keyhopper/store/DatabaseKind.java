package org.keyhopper.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.keyhopper.store.internal.CentralContext;
import org.keyhopper.store.internal.SqlStationStore;
import org.postgresql.Driver;
import org.sqlite.JDBC;

/** The kinds of database on which the tests run. */
enum DatabaseKind {
    FILE {
        @Override
        StationStore open(Path home) {
            return StationStore.open(home);
        }

        @Override
        CentralDatabase openCentral(Path home) {
            return CentralDatabase.open(home, Optional.empty());
        }

        @Override
        void expireClaims(Path home) throws SQLException {
            for (String name : List.of("station.db", "central.db")) {
                Path file = home.resolve(name).toAbsolutePath();
                if (Files.exists(file)) {
                    try (Connection connection = new JDBC().connect("jdbc:sqlite:" + file, new Properties())) {
                        expire(connection, "");
                    }
                }
            }
        }
    },
    SERVER {
        @Override
        StationStore open(Path home) {
            return new SqlStationStore(CentralContext.at(
                            new CentralLocation(home, Optional.of(schemaOf(home)), Optional.empty()), Clock.systemUTC())
                    .records());
        }

        @Override
        CentralDatabase openCentral(Path home) {
            return CentralDatabase.open(home, Optional.of(schemaOf(home)));
        }

        @Override
        void expireClaims(Path home) throws SQLException {
            String schema = schemaOf(home).replaceAll(".*currentSchema=", "");
            try (Connection connection = connect()) {
                expire(connection, schema + ".");
            }
        }
    };

    static final String ADDRESS = "KEYHOPPER_TEST_DATABASE";

    abstract StationStore open(Path home);

    /** Opens the database of a Central; each call is another instance of the same one. */
    abstract CentralDatabase openCentral(Path home);

    /** Expires all claims. */
    abstract void expireClaims(Path home) throws SQLException;

    /** Ends the session that has the sign of life of an instance, as a restart of the server does. */
    static void endSessionOf(String instance) throws SQLException {
        UUID id = UUID.fromString(instance);
        try (Connection connection = connect();
                PreparedStatement ending = connection.prepareStatement("SELECT pg_terminate_backend(pid, 5000)"
                        + " FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1"
                        + " AND (classid::bigint << 32) | objid::bigint = ?")) {
            ending.setLong(1, id.getMostSignificantBits() ^ id.getLeastSignificantBits());
            ending.execute();
        }
    }

    private static void expire(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE " + schema + "claim SET expires = '2000-01-01T00:00:00.000000000Z'");
        }
    }

    /** Returns the address of a schema of this home's own, created if missing. */
    private static String schemaOf(Path home) {
        Path file = home.resolve("database");
        try {
            if (!Files.exists(file)) {
                String schema = "t" + UUID.randomUUID().toString().replace("-", "");
                execute("CREATE SCHEMA " + schema);
                Files.writeString(file, System.getenv(ADDRESS) + "?currentSchema=" + schema);
            }
            return Files.readString(file);
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        URI server = URI.create(System.getenv(ADDRESS));
        Properties account = new Properties();
        account.setProperty("user", server.getUserInfo());
        String place = server.getHost() + ":" + server.getPort() + server.getPath();
        return new Driver().connect("jdbc:postgresql://" + place, account);
    }
}
