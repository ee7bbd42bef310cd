package org.keyhopper.store.internal;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.keyhopper.core.request.StoreException;

/** All values that are encrypted with the master key. */
final class SealedColumns {

    /** One value and where it is. */
    private record Sealed(List<String> key, AssociatedData location, String value) {}

    private SealedColumns() {}

    /** Encrypts all of them with another key; returns how many there are. */
    static int reencrypt(Transaction in, AeadCipher before, AeadCipher after) throws SQLException {
        List<Sealed> secrets = in.list("SELECT owner, name, sealed FROM secret", SealedColumns::secret);
        for (Sealed each : secrets) {
            in.update(
                    "UPDATE secret SET sealed = ? WHERE owner = ? AND name = ?",
                    moved(each, before, after),
                    each.key().getFirst(),
                    each.key().getLast());
        }
        List<Sealed> pins = in.list(
                "SELECT c.id, c.request, c.position, p.sealed FROM pin p JOIN ceremony c ON c.id = p.ceremony",
                SealedColumns::pin);
        for (Sealed each : pins) {
            in.update(
                    "UPDATE pin SET sealed = ? WHERE ceremony = ?",
                    moved(each, before, after),
                    Long.valueOf(each.key().getFirst()));
        }
        return secrets.size() + pins.size();
    }

    private static Sealed secret(Row row) throws SQLException {
        String owner = row.text("owner");
        String name = row.text("name");
        return new Sealed(List.of(owner, name), SqlSecrets.location(owner, name), row.text("sealed"));
    }

    private static Sealed pin(Row row) throws SQLException {
        String ceremony = Long.toString(row.longNumber("id"));
        AssociatedData location =
                new AssociatedData("pin", ceremony, row.text("request"), Integer.toString(row.number("position")));
        return new Sealed(List.of(ceremony), location, row.text("sealed"));
    }

    private static String moved(Sealed sealed, AeadCipher before, AeadCipher after) {
        try {
            byte[] clear = before.open(sealed.location(), sealed.value());
            try {
                return after.close(sealed.location(), clear);
            } finally {
                Arrays.fill(clear, (byte) 0);
            }
        } catch (GeneralSecurityException e) {
            throw new StoreException(
                    "A stored secret was changed or damaged: "
                            + sealed.location().names() + ". Enter it again or remove it, then rotate the key.",
                    e);
        }
    }
}
