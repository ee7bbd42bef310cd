package org.keyhopper.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * An advisory lock of the session with the database server, which the server gives free when the session ends: with its process, or
 * some time after the network between them. Whoever comes back from that takes it again; what was left in the meantime may have
 * been taken over, which is told by the leases.
 */
final class SessionLiveness implements Liveness {

    private static final String OF_TOKEN = "locktype = 'advisory' AND granted AND objsubid = 1"
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
                || in.first("SELECT pid FROM pg_locks WHERE " + OF_TOKEN, row -> row.number("pid"), key(other))
                        .isPresent();
    }

    /** Takes the lock in a new session. One of ours that the server still waits for is ended. */
    void announce(Connection connection) throws SQLException {
        ask(connection, "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE " + OF_TOKEN);
        ask(connection, "SELECT pg_advisory_lock(?)");
    }

    private void ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key(token));
            statement.execute();
        }
    }

    private static long key(String token) {
        UUID id = UUID.fromString(token);
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }

    /** The lock ends with the connection. */
    @Override
    public void close() {}
}
