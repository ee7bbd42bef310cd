package org.keyhopper.store.internal;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.keyhopper.core.request.StoreException;

/** All values that are encrypted with the master key. */
final class SealedColumns {

    private record Secret(String owner, String name, String sealed) {}

    private record Pin(long ceremony, AssociatedData location, String sealed) {}

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
                    moved(each.location(), each.sealed(), before, after),
                    each.ceremony());
        }
        return secrets.size() + pins.size();
    }

    private static Secret secret(Row row) throws SQLException {
        return new Secret(row.text("owner"), row.text("name"), row.text("sealed"));
    }

    private static Pin pin(Row row) throws SQLException {
        long ceremony = row.longNumber("id");
        AssociatedData location = new AssociatedData(
                "pin", Long.toString(ceremony), row.text("request"), Integer.toString(row.number("position")));
        return new Pin(ceremony, location, row.text("sealed"));
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
