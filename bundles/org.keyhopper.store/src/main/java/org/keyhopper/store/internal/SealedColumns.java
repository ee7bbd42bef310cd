package org.keyhopper.store.internal;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;

/** All values that are encrypted with the master key. */
final class SealedColumns {

    private record Secret(String owner, String name, String sealed) {}

    private record Pin(CeremonyId ceremony, RecipientId recipient, String sealed) {}

    private SealedColumns() {}

    /** Encrypts all of them with another key; returns how many there are. */
    static int reencrypt(Transaction in, AeadCipher before, AeadCipher after) throws SQLException {
        List<Secret> secrets = in.list("SELECT owner, name, sealed FROM secret", SealedColumns::secret);
        for (Secret each : secrets) {
            AssociatedData location =
                    SqlSecrets.location(each.owner(), each.name(), SqlDirectoryAccounts.ofOwner(in, each.owner()));
            in.update(
                    "UPDATE secret SET sealed = ? WHERE owner = ? AND name = ?",
                    moved(location, each.sealed(), before, after),
                    each.owner(),
                    each.name());
        }
        List<Pin> pins = in.list(
                "SELECT c.id, c.request, c.position, p.sealed FROM pin p JOIN ceremony c ON c.id = p.ceremony",
                SealedColumns::pin);
        for (Pin each : pins) {
            in.update(
                    "UPDATE pin SET sealed = ? WHERE ceremony = ?",
                    moved(place(in, each, before), each.sealed(), before, after),
                    each.ceremony().value());
        }
        return secrets.size() + pins.size();
    }

    private static Secret secret(Row row) throws SQLException {
        return new Secret(row.text("owner"), row.text("name"), row.text("sealed"));
    }

    private static Pin pin(Row row) throws SQLException {
        return new Pin(
                new CeremonyId(row.longNumber("id")),
                new RecipientId(new RequestId(row.text("request")), row.number("position")),
                row.text("sealed"));
    }

    private static AssociatedData place(Transaction in, Pin pin, AeadCipher before) throws SQLException {
        PinPlace place = PinPlace.of(in, pin.ceremony(), pin.recipient());
        return before.opens(place.data(), pin.sealed()) ? place.data() : place.earlier();
    }

    private static String moved(AssociatedData location, String sealed, AeadCipher before, AeadCipher after) {
        try {
            byte[] clear = before.open(location, sealed);
            try {
                return after.close(location, clear);
            } finally {
                Arrays.fill(clear, (byte) 0);
            }
        } catch (GeneralSecurityException e) {
            throw new StoreException(
                    "A stored secret was changed or damaged: " + location.names()
                            + ". Enter it again or remove it, then rotate the key.",
                    e);
        }
    }
}
