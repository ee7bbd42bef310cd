package org.keyhopper.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.keyhopper.api.settings.Secret;
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

        @Override
        void loseSigns(Path home) throws IOException {
            try (Stream<Path> signs = Files.list(home.resolve("running"))) {
                for (Path sign : signs.toList()) {
                    Files.delete(sign);
                }
            }
        }
    },
    SERVER {
        @Override
        StationStore open(Path home) {
            if (!Files.exists(home.resolve("database"))) {
                share(home);
            }
            return StationStore.open(home, () -> Optional.of(Secret.of("of these tests")));
        }

        @Override
        CentralDatabase openCentral(Path home) throws IOException {
            if (!Files.exists(home.resolve("database"))) {
                share(home);
            }
            return CentralDatabase.open(home, Optional.of(Files.readString(home.resolve("database"))));
        }

        @Override
        void expireClaims(Path home) throws IOException, SQLException {
            String schema = Files.readString(home.resolve("database")).strip().replaceAll(".*currentSchema=", "");
            try (Connection connection = connect()) {
                expire(connection, schema + ".");
            }
        }

        @Override
        void loseSigns(Path home) throws SQLException {
            endSessions();
        }
    };

    static final String ADDRESS = "KEYHOPPER_TEST_DATABASE";

    abstract StationStore open(Path home);

    /** Opens the database of a Central; each call is another instance of the same one. */
    abstract CentralDatabase openCentral(Path home) throws IOException;

    /** Makes every open store look terminated to other processes. */
    abstract void loseSigns(Path home) throws IOException, SQLException;

    /** Expires all claims. */
    abstract void expireClaims(Path home) throws IOException, SQLException;

    private static void expire(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE " + schema + "claim SET expires = '2000-01-01T00:00:00.000000000Z'");
        }
    }

    /** Assigns a separate schema to this home and the homes to which its file is copied. */
    private static void share(Path home) {
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        try {
            tell("CREATE SCHEMA " + schema);
            Files.writeString(home.resolve("database"), System.getenv(ADDRESS) + "?currentSchema=" + schema + "\n");
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Disconnects all clients, as a restarted server does. */
    static void endSessions() throws SQLException {
        tell("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                + " AND backend_type = 'client backend'");
    }

    private static void tell(String sql) throws SQLException {
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
