package org.keyhopper.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Represents a process by an advisory lock of its database session, which the server releases when the session ends:
 * with the process, or some time after the network failed. A reconnected process acquires it again; whether its work
 * was taken over meanwhile is decided by the claims.
 */
final class SessionLiveness implements Liveness {

    private static final String LOCK_OF_TOKEN = "locktype = 'advisory' AND granted AND objsubid = 1"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            + " AND (classid::bigint << 32) | objid::bigint = ?";

    private final String token = UUID.randomUUID().toString();

    @Override
    public String token() {
        return token;
    }

    @Override
    public boolean lives(Transaction in, String other) throws SQLException {
        return isMine(other)
                || in.first("SELECT pid FROM pg_locks WHERE " + LOCK_OF_TOKEN, row -> row.number("pid"), key(other))
                        .isPresent();
    }

    /**
     * Acquires the lock in a new session. Terminates an older session of this process that the server still considers
     * alive.
     */
    void announce(Connection connection) throws SQLException {
        execute(connection, "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE " + LOCK_OF_TOKEN);
        execute(connection, "SELECT pg_advisory_lock(?)");
    }

    private void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key(token));
            statement.execute();
        }
    }

    private static long key(String token) {
        UUID id = UUID.fromString(token);
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }

    /** The server releases the lock with the connection. */
    @Override
    public void close() {}
}
