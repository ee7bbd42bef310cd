package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.core.journal.Revocation;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.journal.StationAction;

/** The revocation journal, in the station's database. */
public final class SqlRevocations implements Revocations {

    private final Database database;
    private final Clock clock;
    private final StationTrail trail;

    public SqlRevocations(StoreContext station) {
        database = station.database();
        clock = station.clock();
        trail = station.trail();
    }

    @Override
    public Revocation begin(Revocation intended) {
        return database.write(in -> {
            Revocation begun = new Revocation(
                    in.next("revocation"),
                    intended.directory(),
                    intended.userId(),
                    intended.userName(),
                    intended.passkeyId(),
                    intended.passkeyName(),
                    intended.credential(),
                    clock.instant(),
                    Optional.empty());
            in.update(
                    "INSERT INTO revocation (id, directory, user_id, user_name, passkey, passkey_name, credential,"
                            + " ordered) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    begun.id(),
                    begun.directory(),
                    begun.userId(),
                    begun.userName(),
                    begun.passkeyId(),
                    begun.passkeyName(),
                    begun.credential(),
                    begun.at());
            trail.add(
                    in,
                    StationAction.PASSKEY_REVOKED,
                    "passkey:" + begun.passkeyId(),
                    Map.of("directory", begun.directory(), "userId", begun.userId()));
            return begun;
        });
    }

    @Override
    public void end(Revocation begun, Revocation.End end) {
        database.change(in -> in.update("UPDATE revocation SET ended = ? WHERE id = ?", end, begun.id()));
    }

    @Override
    public List<Revocation> list() {
        return database.read(in -> in.list("SELECT * FROM revocation ORDER BY id DESC", SqlRevocations::revocation));
    }

    private static Revocation revocation(Row unverified) throws SQLException {
        Row row = unverified.verified(ProtectedTable.REVOCATION);
        return new Revocation(
                row.longNumber("id"),
                row.text("directory"),
                row.text("user_id"),
                row.text("user_name"),
                row.text("passkey"),
                row.text("passkey_name"),
                row.maybe("credential").map(CredentialId::ofBase64Url),
                row.instant("ordered"),
                row.maybe("ended").map(Revocation.End::valueOf));
    }
}
