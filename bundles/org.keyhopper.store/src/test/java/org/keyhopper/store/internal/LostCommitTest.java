package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;

/** A connection that breaks during the commit: the server may have committed or not. */
class LostCommitTest {

    private static final RequestId REQUEST = new RequestId("CDFGH");
    private static final RecipientId RECIPIENT = new RecipientId(REQUEST, 1);

    /** The effect of the next commit. */
    private enum Commit {
        DONE,
        DONE_AND_LOST,
        LOST
    }

    @TempDir
    Path home;

    private Commit next = Commit.DONE;
    private Database database;
    private Claims claims;

    @BeforeEach
    void open() {
        database = new Database(new BreakingDialect(new SqliteDialect(home.resolve("station.db"))));
        claims = new Claims(database, new OnlyHolder(), in -> Instant.now());
        database.change(in -> in.update(
                "INSERT INTO request (id, number, name, directory, created, pin_rule, options, unsupported,"
                        + " device_name, allowed_aaguids) VALUES (?, 1, '', '', '', 'KEEP', '', '', '', '')",
                REQUEST));
        database.change(in -> in.update(
                "INSERT INTO recipient (request, position, user_reference, display_name, email, device_name, user_id,"
                        + " outcome) VALUES (?, 1, '', '', '', '', '', 'PENDING')",
                REQUEST));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void changeOfUnknownOutcomeIsNotRepeated() {
        next = Commit.DONE_AND_LOST;
        AtomicInteger times = new AtomicInteger();
        StoreException said = assertThrows(
                StoreException.class,
                () -> database.change(in -> {
                    times.incrementAndGet();
                    in.next("entry");
                }));
        assertTrue(said.getMessage().contains("not known whether the last change was saved"), said.getMessage());
        assertEquals(1, times.get());
        assertEquals(2L, database.<Long>write(in -> in.next("entry")).longValue());
    }

    @Test
    void claimOfUnknownOutcomeCanBeTakenAgain() {
        for (Commit commit : new Commit[] {Commit.DONE_AND_LOST, Commit.LOST}) {
            next = commit;
            assertThrows(StoreException.class, () -> claims.take(RECIPIENT));
            Claim claim = claims.take(RECIPIENT).orElseThrow();
            assertEquals(Optional.empty(), claims.take(RECIPIENT));
            claim.close();
        }
    }

    @Test
    void claimWithLostReleaseCanBeTakenAgain() {
        Claim claim = claims.take(RECIPIENT).orElseThrow();
        next = Commit.LOST;
        assertThrows(StoreException.class, claim::close);
        assertTrue(claims.take(RECIPIENT).orElseThrow().number() > claim.number());
    }

    /** The only user of the store. */
    private static final class OnlyHolder implements Liveness {
        @Override
        public String token() {
            return "me";
        }

        @Override
        public boolean lives(Transaction in, String other) {
            return true;
        }

        @Override
        public void close() {}
    }

    private final class BreakingDialect implements Dialect {

        private final Dialect real;

        BreakingDialect(Dialect real) {
            this.real = real;
        }

        @Override
        public Connection connect() throws SQLException {
            Connection connection = real.connect();
            return proxy(
                    Connection.class,
                    connection,
                    (name, result, arguments) -> result instanceof Statement statement && name.equals("createStatement")
                            ? proxy(Statement.class, statement, null)
                            : result);
        }

        @Override
        public void begin(Connection connection, boolean writing) throws SQLException {
            real.begin(connection, writing);
        }

        @Override
        public boolean isLost(SQLException failure) {
            return "08006".equals(failure.getSQLState());
        }

        @Override
        public String explain(SQLException failure) {
            return "Lost.";
        }

        private <T> T proxy(Class<T> type, T target, Wrapping wrapping) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                        boolean commit = arguments != null && arguments.length == 1 && "COMMIT".equals(arguments[0]);
                        Commit now = commit ? next : Commit.DONE;
                        if (commit) {
                            next = Commit.DONE;
                        }
                        if (now == Commit.LOST) {
                            throw new SQLException("lost", "08006");
                        }
                        try {
                            Object result = method.invoke(target, arguments);
                            if (now == Commit.DONE_AND_LOST) {
                                throw new SQLException("lost", "08006");
                            }
                            return wrapping == null ? result : wrapping.of(method.getName(), result, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }

    /** Replaces a result. */
    private interface Wrapping {
        Object of(String method, Object result, Object[] arguments);
    }
}
