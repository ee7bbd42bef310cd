package org.keyhopper.store.internal;

import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.StationAction;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.core.vault.PinRelease;
import org.keyhopper.core.vault.PinReleaseOrder;
import org.keyhopper.escrow.EscrowCertificate;
import org.keyhopper.escrow.EscrowProblem;
import org.keyhopper.escrow.SealedPinVerifier;

/** The escrow in the station's database. */
public final class SqlPinEscrow implements PinEscrow {

    /** A release of letters counts as one, whatever the number of letters. */
    private static final int MOST_RELEASES_PER_HOUR = 30;

    private static final String LAST_OF_PERSON = "c.id = (SELECT MAX(l.id) FROM ceremony l JOIN sealed_pin k"
            + " ON k.ceremony = l.id WHERE l.request = c.request AND l.position = c.position AND k.confirmed = 1)";

    private static final String SELECT = "SELECT c.id, c.request, c.position, s.* FROM sealed_pin s JOIN ceremony c"
            + " ON c.id = s.ceremony WHERE s.confirmed = 1 AND ";

    private static final String OF_RECIPIENT =
            " WHERE released IS NOT NULL AND ceremony = (SELECT MAX(l.id) FROM ceremony l JOIN sealed_pin k"
                    + " ON k.ceremony = l.id WHERE l.request = ? AND l.position = ? AND k.confirmed = 1)";

    private final Database database;
    private final EscrowSealing sealing;
    private final Clock clock;
    private final StationTrail trail;
    private final PinRetention kept;

    public SqlPinEscrow(StoreContext station) {
        database = station.database();
        sealing = new EscrowSealing(station);
        clock = station.clock();
        trail = station.trail();
        kept = new PinRetention(database, trail);
    }

    @Override
    public List<Certificate> certificates() {
        return database.read(in -> in.list(
                "SELECT * FROM escrow_certificate ORDER BY activated DESC, fingerprint", EscrowSealing::certificate));
    }

    @Override
    public Optional<Problem> activate(X509Certificate certificate) {
        Optional<Problem> fault = EscrowCertificate.faultOf(certificate, clock.instant());
        if (fault.isPresent()) {
            return fault;
        }
        String fingerprint = EscrowSealing.fingerprint(certificate);
        return database.write(in -> {
            List<Certificate> active = EscrowSealing.active(in);
            if (active.stream().anyMatch(it -> it.fingerprint().equals(fingerprint))) {
                return Optional.empty();
            }
            if (active.size() >= MOST_ACTIVE) {
                return Optional.of(Problem.of(EscrowProblem.TOO_MANY_KEYS, Integer.toString(MOST_ACTIVE)));
            }
            in.update("DELETE FROM escrow_certificate WHERE fingerprint = ?", fingerprint);
            in.update(
                    "INSERT INTO escrow_certificate (fingerprint, certificate, activated) VALUES (?, ?, ?)",
                    fingerprint,
                    base64(certificate),
                    clock.instant());
            trail.add(in, StationAction.ESCROW_KEY_ACTIVATED, "escrow-key:" + fingerprint, Map.of());
            return Optional.empty();
        });
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean retire(String fingerprint) {
        return database.write(in -> {
            int retired = in.update(
                    "UPDATE escrow_certificate SET retired = ? WHERE fingerprint = ? AND retired IS NULL",
                    clock.instant(),
                    fingerprint);
            if (retired == 1) {
                trail.add(in, StationAction.ESCROW_KEY_RETIRED, "escrow-key:" + fingerprint, Map.of());
            }
            return retired == 1;
        });
    }

    @Override
    public List<EscrowedPin> list(RequestId request) {
        return database.read(in -> rows(in, request).stream().map(Kept::pin).toList());
    }

    @Override
    public List<EscrowedPin> unconfirmed() {
        return database
                .read(in -> in.list(
                        SELECT + "s.received IS NULL AND " + LAST_OF_PERSON + " ORDER BY c.request, c.position",
                        Kept::read))
                .stream()
                .map(Kept::pin)
                .toList();
    }

    @Override
    public Answer<List<EscrowedPin>> release(PinReleaseOrder order) {
        PublicKey station = sealing.stationKey().getPublic();
        return database.write(in -> {
            Optional<Problem> tooMany = tooManyReleases(in);
            if (tooMany.isPresent()) {
                return Answer.failed(tooMany.get());
            }
            List<Kept> found = rows(in, order.request()).stream()
                    .filter(it -> order.positions().isEmpty()
                            || order.positions().contains(it.pin().recipient().position()))
                    .toList();
            Optional<Problem> fault = missing(order, found);
            if (fault.isEmpty()) {
                fault = faultOf(in, found, station);
            }
            if (fault.isPresent()) {
                return Answer.failed(fault.get());
            }
            record(in, order, found);
            return Answer.done(found.stream().map(Kept::pin).toList());
        });
    }

    private Optional<Problem> tooManyReleases(Transaction in) throws SQLException {
        Duration hour = Duration.ofHours(1);
        List<Instant> last = in.list(
                "SELECT released FROM pin_release WHERE released > ? ORDER BY released",
                row -> row.instant("released"),
                clock.instant().minus(hour));
        if (last.size() < MOST_RELEASES_PER_HOUR) {
            return Optional.empty();
        }
        Duration wait = Duration.between(clock.instant(), last.getFirst().plus(hour));
        return Optional.of(Problem.of(
                EscrowProblem.TOO_MANY_RELEASES,
                Integer.toString(MOST_RELEASES_PER_HOUR),
                Long.toString(wait.toMinutes() + 1)));
    }

    private static Optional<Problem> missing(PinReleaseOrder order, List<Kept> found) {
        Set<Integer> positions =
                found.stream().map(it -> it.pin().recipient().position()).collect(Collectors.toSet());
        boolean complete = !found.isEmpty() && positions.containsAll(order.positions());
        return complete ? Optional.empty() : Optional.of(Problem.of(EscrowProblem.NO_SUCH_PIN));
    }

    private static Optional<Problem> faultOf(Transaction in, List<Kept> pins, PublicKey station) throws SQLException {
        Map<String, X509Certificate> known =
                in.list("SELECT * FROM escrow_certificate", EscrowSealing::certificate).stream()
                        .collect(Collectors.toMap(Certificate::fingerprint, Certificate::certificate));
        for (Kept kept : pins) {
            List<X509Certificate> sealedTo = new ArrayList<>();
            kept.certificates().forEach(it -> Optional.ofNullable(known.get(it)).ifPresent(sealedTo::add));
            Optional<Problem> fault = SealedPinVerifier.faultOf(
                    kept.pin().sealed(), station, SealedPinContext.of(in, kept.ceremony()), sealedTo);
            if (fault.isPresent()) {
                String what = "person " + kept.pin().recipient().position() + ", "
                        + fault.get().arguments().getFirst();
                return Optional.of(Problem.of(EscrowProblem.SEALED_PIN_INVALID, what));
            }
        }
        return Optional.empty();
    }

    private void record(Transaction in, PinReleaseOrder order, List<Kept> found) throws SQLException {
        String positions = found.stream()
                .map(it -> Integer.toString(it.pin().recipient().position()))
                .collect(Collectors.joining(" "));
        trail.add(
                in,
                StationAction.PINS_RELEASED,
                StationTrail.subject(order.request()),
                Map.of("people", positions, "reason", order.reason()));
        in.update(
                "INSERT INTO pin_release (number, request, positions, reason, account, released)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                in.next("pin_release"),
                order.request(),
                positions,
                order.reason(),
                order.account(),
                clock.instant());
        for (Kept kept : found) {
            in.update(
                    "UPDATE sealed_pin SET released = ? WHERE ceremony = ?",
                    clock.instant(),
                    kept.ceremony().value());
        }
    }

    @Override
    public boolean handOver(RecipientId recipient) {
        return mark("handed_over", StationAction.PIN_HANDED_OVER, recipient);
    }

    @Override
    public boolean confirmReceipt(RecipientId recipient) {
        return mark("received", StationAction.PIN_CONFIRMED, recipient);
    }

    private boolean mark(String column, StationAction action, RecipientId recipient) {
        return database.write(in -> {
            int marked = in.update(
                    "UPDATE sealed_pin SET " + column + " = ?" + OF_RECIPIENT,
                    clock.instant(),
                    recipient.request(),
                    recipient.position());
            if (marked == 1) {
                trail.add(in, action, StationTrail.subject(recipient), Map.of());
            }
            return marked == 1;
        });
    }

    @Override
    public int purge(Instant before) {
        return kept.purge(before);
    }

    @Override
    public Duration retention() {
        return kept.days();
    }

    @Override
    public void retain(Duration retention) {
        kept.change(retention);
    }

    @Override
    public List<PinRelease> releases(RequestId request) {
        return database.read(in -> in.list(
                "SELECT * FROM pin_release WHERE request = ? ORDER BY number DESC", SqlPinEscrow::release, request));
    }

    private static PinRelease release(Row row) throws SQLException {
        return new PinRelease(
                Arrays.stream(row.text("positions").split(" "))
                        .map(Integer::valueOf)
                        .toList(),
                row.text("reason"),
                row.text("account"),
                row.instant("released"));
    }

    private static List<Kept> rows(Transaction in, RequestId request) throws SQLException {
        return in.list(SELECT + "c.request = ? AND " + LAST_OF_PERSON + " ORDER BY c.position", Kept::read, request);
    }

    private record Kept(CeremonyId ceremony, List<String> certificates, EscrowedPin pin) {

        static Kept read(Row row) throws SQLException {
            return new Kept(
                    new CeremonyId(row.longNumber("id")),
                    List.of(row.text("certificates").split(" ")),
                    new EscrowedPin(
                            new RecipientId(new RequestId(row.text("request")), row.number("position")),
                            Base64.getDecoder().decode(row.text("sealed")),
                            row.instant("kept"),
                            SqlPinDelivery.read(row)));
        }
    }
}
