package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.central.pickup.PickUpCopy;
import org.keyhopper.central.pickup.PickUpLink;
import org.keyhopper.central.pickup.PickUpSession;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.PickUpTable;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** The rows of {@code pick_up}, {@code pick_up_link} and {@code pick_up_session}. */
record SqlPickUpTable(Transaction in, CentralContext context) implements PickUpTable {

    private static final String DROP = "UPDATE pick_up SET sealed = NULL, due = NULL WHERE sealed IS NOT NULL AND ";

    @Override
    public void put(long claim, RecipientId recipient, byte[] sealed, Instant kept) {
        SqlFailure.wrap(() -> {
            in.update("DELETE FROM pick_up WHERE claim = ?", claim);
            return in.update(
                    "INSERT INTO pick_up (claim, request, position, sealed, kept, tries, due) VALUES (?, ?, ?, ?, ?, 0, ?)",
                    claim,
                    recipient.request(),
                    recipient.position(),
                    Base64.getEncoder().encodeToString(sealed),
                    kept,
                    kept);
        });
    }

    @Override
    public void remove(long claim) {
        SqlFailure.wrap(() -> in.update("DELETE FROM pick_up WHERE claim = ?", claim));
    }

    @Override
    public Optional<PickUpCopy> lock(long claim) {
        return SqlFailure.wrap(() ->
                in.first("SELECT * FROM pick_up WHERE claim = ?" + context.rowLock(), SqlPickUpTable::copy, claim));
    }

    @Override
    public Optional<byte[]> sealed(long claim) {
        return SqlFailure.wrap(
                () -> in.first("SELECT sealed FROM pick_up WHERE claim = ?", row -> row.maybe("sealed"), claim)
                        .flatMap(it -> it)
                        .map(Base64.getDecoder()::decode));
    }

    @Override
    public List<PickUpCopy> list(RequestId request) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT * FROM pick_up p WHERE request = ? AND claim = (SELECT MAX(l.claim) FROM pick_up l"
                        + " JOIN escrowed_pin e ON e.claim = l.claim WHERE l.request = p.request"
                        + " AND l.position = p.position AND e.confirmed = 1) ORDER BY position",
                SqlPickUpTable::copy,
                request));
    }

    @Override
    public void update(PickUpCopy copy) {
        SqlFailure.wrap(() -> in.update(
                "UPDATE pick_up SET shown = ?, confirmed = ?, invited = ?, expires = ?, tries = ?, failure = ?, due = ?"
                        + " WHERE claim = ?",
                copy.shown(),
                copy.confirmed(),
                copy.invited(),
                copy.expires(),
                copy.tries(),
                copy.failure(),
                copy.due(),
                copy.claim()));
    }

    @Override
    public void drop(long claim) {
        SqlFailure.wrap(() -> in.update(DROP + "claim = ?", claim));
    }

    @Override
    public void drop(CredentialId credential) {
        SqlFailure.wrap(() -> in.update(
                DROP + "claim IN (SELECT n.claim FROM enrolment n JOIN inventory i ON i.request = n.request"
                        + " AND i.position = n.position WHERE i.credential = ? AND n.made LIKE ?)",
                credential,
                made(credential)));
    }

    @Override
    public void dropOthers(RecipientId recipient, CredentialId credential) {
        SqlFailure.wrap(() -> in.update(
                DROP + "request = ? AND position = ? AND claim NOT IN (SELECT n.claim FROM enrolment n"
                        + " WHERE n.request = ? AND n.position = ? AND n.made LIKE ?)",
                recipient.request(),
                recipient.position(),
                recipient.request(),
                recipient.position(),
                made(credential)));
    }

    /** As {@link EnrolmentColumns} writes it. */
    private static String made(CredentialId credential) {
        return "%\"credentialId\":\"" + credential.base64Url() + "\"%";
    }

    @Override
    public Optional<PickUpCopy> due(Instant now) {
        return SqlFailure.wrap(() -> in.first(
                "SELECT * FROM pick_up WHERE due <= ? AND claim = (SELECT p.claim FROM pick_up p"
                        + " JOIN escrowed_pin e ON e.claim = p.claim"
                        + " JOIN recipient r ON r.request = p.request AND r.position = p.position"
                        + " WHERE p.due <= ? AND p.sealed IS NOT NULL AND e.confirmed = 1 AND r.outcome = 'PROVISIONED'"
                        + " ORDER BY p.due, p.claim LIMIT 1)" + context.rowLock(),
                SqlPickUpTable::copy,
                now,
                now));
    }

    private static PickUpCopy copy(Row row) throws SQLException {
        return new PickUpCopy(
                row.longNumber("claim"),
                new RecipientId(new RequestId(row.text("request")), row.number("position")),
                row.maybe("sealed").isPresent(),
                row.instant("kept"),
                row.maybe("shown").map(Instant::parse),
                row.maybe("confirmed").map(Instant::parse),
                row.maybe("invited").map(Instant::parse),
                row.maybe("expires").map(Instant::parse),
                row.number("tries"),
                row.maybe("failure").map(CentralProblem::valueOf),
                row.maybe("due").map(Instant::parse));
    }

    @Override
    public void add(PickUpLink link) {
        replaceLinks(link.claim());
        SqlFailure.wrap(() -> in.update(
                "INSERT INTO pick_up_link (hash, claim, expires, replaced) VALUES (?, ?, ?, ?)",
                link.hash(),
                link.claim(),
                link.expires(),
                link.replaced()));
    }

    @Override
    public void replaceLinks(long claim) {
        SqlFailure.wrap(() -> in.update("UPDATE pick_up_link SET replaced = 1 WHERE claim = ?", claim));
    }

    @Override
    public Optional<PickUpLink> link(String hash) {
        return SqlFailure.wrap(() -> in.first(
                "SELECT * FROM pick_up_link WHERE hash = ?",
                row -> new PickUpLink(
                        row.text("hash"), row.longNumber("claim"), row.instant("expires"), row.flag("replaced")),
                hash));
    }

    @Override
    public void add(PickUpSession session) {
        SqlFailure.wrap(() -> {
            in.update("DELETE FROM pick_up_session WHERE expires < ?", context.now(in));
            return in.update(
                    "INSERT INTO pick_up_session (hash, link, visitor, csrf, expires) VALUES (?, ?, ?, ?, ?)",
                    session.hash(),
                    session.link(),
                    session.visitor(),
                    session.csrf(),
                    session.expires());
        });
    }

    @Override
    public Optional<PickUpSession> session(String hash) {
        return SqlFailure.wrap(() -> in.first(
                "SELECT * FROM pick_up_session WHERE hash = ?",
                row -> new PickUpSession(
                        row.text("hash"),
                        row.text("link"),
                        row.text("visitor"),
                        row.text("csrf"),
                        row.instant("expires")),
                hash));
    }

    @Override
    public void removeSession(String hash) {
        SqlFailure.wrap(() -> in.update("DELETE FROM pick_up_session WHERE hash = ?", hash));
    }
}
