package org.keyhopper.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.postgresql.Driver;

/**
 * PostgreSQL, shared by the instances of Central. As with SQLite, one of them writes at a time, for a few milliseconds;
 * readers see a snapshot.
 */
final class PostgresDialect implements Dialect {

    /** The advisory lock of writers: an arbitrary number that is unique in this database. */
    private static final long WRITER_LOCK = 0x4b657968_6f707065L;

    /** Broken connections are detected within a minute, on client and server. */
    private static final List<String> SETTINGS = List.of(
            "SET synchronous_commit = on",
            "SET lock_timeout = '10s'",
            "SET idle_in_transaction_session_timeout = '60s'",
            "SET tcp_keepalives_idle = 20",
            "SET tcp_keepalives_interval = 10",
            "SET tcp_keepalives_count = 3");

    private final Supplier<DatabaseAddress> setting;
    private final Optional<SessionLiveness> liveness;
    private final String writerLock;

    /** Known after the first connection. */
    private volatile DatabaseAddress address;

    PostgresDialect(Supplier<DatabaseAddress> setting, SessionLiveness liveness) {
        this(setting, Optional.of(liveness), "pg_advisory_xact_lock");
    }

    private PostgresDialect(Supplier<DatabaseAddress> setting, Optional<SessionLiveness> liveness, String lock) {
        this.setting = setting;
        this.liveness = liveness;
        writerLock = "SELECT " + lock + "(" + WRITER_LOCK + ")";
    }

    /** Writers that lock the rows they change run side by side; those that do not are excluded meanwhile. */
    static PostgresDialect lockingRows(Supplier<DatabaseAddress> setting) {
        return new PostgresDialect(setting, Optional.empty(), "pg_advisory_xact_lock_shared");
    }

    @Override
    public Connection connect() throws SQLException {
        address = setting.get();
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        DatabaseAddress.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", "Keyhopper");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = new Driver().connect(address.url(), properties);
        try {
            for (String sql : SETTINGS) {
                execute(connection, sql);
            }
            if (liveness.isPresent()) {
                liveness.get().announce(connection);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Returns the server time in microseconds. */
    static Instant now(Transaction in) throws SQLException {
        return in.first(
                        "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') AS"
                                + " now",
                        row -> row.instant("now"))
                .orElseThrow();
    }

    /** The server ends a session some time after it was closed; its locks must be released before that. */
    @Override
    public void leave(Connection connection) throws SQLException {
        try {
            execute(connection, "SELECT pg_advisory_unlock_all()");
        } catch (SQLException e) {
            if (!isLost(e)) {
                throw e;
            }
        }
    }

    @Override
    public void begin(Connection connection, boolean writing) throws SQLException {
        execute(connection, writing ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        if (writing) {
            try {
                execute(connection, writerLock);
            } catch (SQLException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, SQLException reason) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Class 08 are connection errors, 57P01 to 57P05 are sessions terminated by the server. */
    @Override
    public boolean isLost(SQLException failure) {
        String state = state(failure);
        return state.startsWith("08") || state.startsWith("57P");
    }

    @Override
    public String explain(SQLException failure) {
        String state = state(failure);
        if (isLost(failure)) {
            return "The database server does not answer: " + address.shown()
                    + ". Look whether it runs and the network is there, then go on.";
        }
        if (state.startsWith("28")) {
            return "The database server refuses the account " + address.user() + ": " + address.shown();
        }
        return switch (state) {
            case "3D000" -> "There is no such database at the server: " + address.shown();
            case "42501" ->
                "The account " + address.user() + " may not do this in the database " + address.shown() + ".";
            case "25006" -> "The database server takes no changes: " + address.shown();
            case "53100" -> "The disk of the database server is full: " + address.shown();
            case "55P03" -> "Another instance has kept the data locked for too long: " + address.shown();
            default -> "The data could not be read or saved: " + address.shown() + " (" + state + ")";
        };
    }

    private static String state(SQLException failure) {
        return Optional.ofNullable(failure.getSQLState()).orElse("");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
