package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.central.signin.Attempt;
import org.keyhopper.central.signin.Session;
import org.keyhopper.central.storage.SessionTable;

/** The rows of {@code sign_in_attempt} and {@code browser_session}. */
record SqlSessionTable(Transaction in, CentralContext context) implements SessionTable {

    @Override
    public void add(Attempt attempt) {
        SqlFailure.wrap(() -> {
            in.update("DELETE FROM sign_in_attempt WHERE expires < ?", context.now(in));
            return in.update(
                    "INSERT INTO sign_in_attempt (state, browser, nonce, verifier, return_to, expires)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    attempt.state(),
                    attempt.browser(),
                    attempt.nonce(),
                    attempt.verifier(),
                    attempt.returnTo(),
                    attempt.expires());
        });
    }

    @Override
    public Optional<Attempt> take(String state) {
        return SqlFailure.wrap(() -> {
            Optional<Attempt> attempt = in.first(
                    "SELECT * FROM sign_in_attempt WHERE state = ?" + context.rowLock(),
                    SqlSessionTable::attempt,
                    state);
            in.update("DELETE FROM sign_in_attempt WHERE state = ?", state);
            return attempt;
        });
    }

    private static Attempt attempt(Row row) throws SQLException {
        return new Attempt(
                row.text("state"),
                row.text("browser"),
                row.text("nonce"),
                row.text("verifier"),
                row.text("return_to"),
                row.instant("expires"));
    }

    @Override
    public void add(Session session) {
        SqlFailure.wrap(() -> {
            in.update("DELETE FROM browser_session WHERE expires < ?", context.now(in));
            return in.update(
                    "INSERT INTO browser_session (hash, operator, csrf, id_token, created, last_used, expires)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    session.hash(),
                    session.operator(),
                    session.csrf(),
                    session.idToken(),
                    session.created(),
                    session.lastUsed(),
                    session.expires());
        });
    }

    @Override
    public Optional<Session> find(String hash) {
        return SqlFailure.wrap(
                () -> in.first("SELECT * FROM browser_session WHERE hash = ?", SqlSessionTable::session, hash));
    }

    private static Session session(Row row) throws SQLException {
        return new Session(
                row.text("hash"),
                row.maybe("operator"),
                row.text("csrf"),
                row.maybe("id_token"),
                row.instant("created"),
                row.instant("last_used"),
                row.instant("expires"));
    }

    @Override
    public void use(String hash, Instant now) {
        SqlFailure.wrap(() -> in.update("UPDATE browser_session SET last_used = ? WHERE hash = ?", now, hash));
    }

    @Override
    public void remove(String hash) {
        SqlFailure.wrap(() -> in.update("DELETE FROM browser_session WHERE hash = ?", hash));
    }
}
