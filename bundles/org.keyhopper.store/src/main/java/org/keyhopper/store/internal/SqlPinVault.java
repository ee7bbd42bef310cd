package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.StationAction;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.vault.PinVault;

/**
 * The PINs in the station's database, each sealed for its ceremony and recipient. While an escrow certificate is active, each
 * is also sealed to it, in the same transaction.
 */
public final class SqlPinVault implements PinVault {

    private static final String LAST_OF_RECIPIENT =
            "c.id = (SELECT MAX(l.id) FROM ceremony l WHERE l.request = c.request AND l.position = c.position)";

    private static final String OF_REQUEST = "ceremony IN (SELECT c.id FROM ceremony c WHERE c.request = ?)";

    private final Database database;
    private final SecretCipher cipher;
    private final EscrowSealing escrow;
    private final Clock clock;
    private final StationTrail trail;

    public SqlPinVault(StoreContext station) {
        database = station.database();
        cipher = station.cipher();
        escrow = new EscrowSealing(station);
        clock = station.clock();
        trail = station.trail();
    }

    @Override
    public void propose(Claim claim, CeremonyId ceremony, RecipientId recipient, Secret pin) {
        String sealed = cipher.seal(
                database.read(in -> PinPlace.of(in, ceremony, recipient)).data(), pin);
        Optional<EscrowSealing.Sealed> escrowed = escrow.seal(ceremony, pin);
        database.change(in -> {
            Claims.require(in, claim, recipient);
            refuseUnlessOf(in, ceremony, recipient);
            in.update("DELETE FROM pin WHERE ceremony = ? AND confirmed = 0", ceremony.value());
            in.update(
                    "INSERT INTO pin (ceremony, sealed, confirmed, kept) VALUES (?, ?, 0, ?)",
                    ceremony.value(),
                    sealed,
                    clock.instant());
            in.update("DELETE FROM sealed_pin WHERE ceremony = ? AND confirmed = 0", ceremony.value());
            if (escrowed.isPresent()) {
                in.update(
                        "INSERT INTO sealed_pin (ceremony, sealed, certificates, confirmed, kept)"
                                + " VALUES (?, ?, ?, 0, ?)",
                        ceremony.value(),
                        escrowed.get().sealed(),
                        escrowed.get().certificates(),
                        clock.instant());
            }
        });
    }

    @Override
    public void confirm(Claim claim, CeremonyId ceremony) {
        int changed = database.write(in -> {
            Claims.require(in, claim);
            in.update(
                    "UPDATE sealed_pin SET confirmed = 1 WHERE ceremony = ? AND " + OF_REQUEST,
                    ceremony.value(),
                    claim.request());
            return in.update(
                    "UPDATE pin SET confirmed = 1 WHERE ceremony = ? AND " + OF_REQUEST,
                    ceremony.value(),
                    claim.request());
        });
        if (changed == 0) {
            throw new StoreException("No PIN was kept for enrolment " + ceremony.value() + ".");
        }
    }

    @Override
    public void forget(Claim claim, CeremonyId ceremony) {
        database.change(in -> {
            Claims.require(in, claim);
            in.update("DELETE FROM pin WHERE ceremony = ? AND " + OF_REQUEST, ceremony.value(), claim.request());
            in.update("DELETE FROM sealed_pin WHERE ceremony = ? AND " + OF_REQUEST, ceremony.value(), claim.request());
        });
    }

    @Override
    public Optional<Secret> ofCeremony(CeremonyId ceremony) {
        return kept("c.id = ?", ceremony.value()).map(this::open);
    }

    @Override
    public List<PinEntry> list(RequestId request) {
        return database.read(in -> in.list(
                "SELECT c.request, c.position, p.kept,"
                        + " (SELECT COUNT(*) FROM pin_showing s WHERE s.ceremony = c.id) AS showings,"
                        + " (SELECT MAX(s.shown) FROM pin_showing s WHERE s.ceremony = c.id) AS last_shown"
                        + " FROM pin p JOIN ceremony c ON c.id = p.ceremony"
                        + " WHERE c.request = ? AND p.confirmed = 1 AND " + LAST_OF_RECIPIENT + " ORDER BY c.position",
                SqlPinVault::entry,
                request));
    }

    /** Opens before it writes down the showing, and hands over only after: nothing is shown that is not written down. */
    @Override
    public Optional<Secret> show(RecipientId recipient, String shownTo) {
        Optional<Kept> kept = kept(
                "c.request = ? AND c.position = ? AND p.confirmed = 1 AND " + LAST_OF_RECIPIENT,
                recipient.request(),
                recipient.position());
        return kept.map(it -> {
            Secret pin = open(it);
            try {
                note(it, shownTo);
                return pin;
            } catch (StoreException e) {
                pin.close();
                throw e;
            }
        });
    }

    private void note(Kept pin, String shownTo) {
        database.change(in -> {
            in.update(
                    "INSERT INTO pin_showing (ceremony, shown, shown_to) VALUES (?, ?, ?)",
                    pin.ceremony().value(),
                    clock.instant(),
                    shownTo);
            trail.add(in, StationAction.PIN_SHOWN, StationTrail.subject(pin.recipient()), Map.of());
        });
    }

    private Optional<Kept> kept(String condition, Object... values) {
        return database.read(in -> {
            Optional<Kept> found = in.first(
                    "SELECT c.id, c.request, c.position, p.sealed FROM pin p JOIN ceremony c ON c.id = p.ceremony"
                            + " WHERE "
                            + condition,
                    Kept::read,
                    values);
            return found.isEmpty() ? found : Optional.of(found.get().placed(in));
        });
    }

    private Secret open(Kept kept) {
        return cipher.opens(kept.place().data(), kept.sealed())
                ? cipher.open(kept.place().data(), kept.sealed())
                : cipher.open(kept.place().earlier(), kept.sealed());
    }

    private static void refuseUnlessOf(Transaction in, CeremonyId ceremony, RecipientId recipient) throws SQLException {
        boolean fits = in.first(
                        "SELECT id FROM ceremony WHERE id = ? AND request = ? AND position = ?",
                        row -> row.longNumber("id"),
                        ceremony.value(),
                        recipient.request(),
                        recipient.position())
                .isPresent();
        if (!fits) {
            throw new StoreException("Enrolment " + ceremony.value() + " is not one of this person.");
        }
    }

    private static PinEntry entry(Row row) throws SQLException {
        return new PinEntry(
                new RecipientId(new RequestId(row.text("request")), row.number("position")),
                row.instant("kept"),
                row.number("showings"),
                row.maybe("last_shown").map(Instant::parse));
    }

    /** Where it is encrypted for is null until it was read. */
    private record Kept(CeremonyId ceremony, RecipientId recipient, String sealed, PinPlace place) {

        Kept placed(Transaction in) throws SQLException {
            return new Kept(ceremony, recipient, sealed, PinPlace.of(in, ceremony, recipient));
        }

        static Kept read(Row row) throws SQLException {
            return new Kept(
                    new CeremonyId(row.longNumber("id")),
                    new RecipientId(new RequestId(row.text("request")), row.number("position")),
                    row.text("sealed"),
                    null);
        }
    }
}
