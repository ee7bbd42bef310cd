package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.Optional;
import org.keyhopper.central.signin.StationSignIn;
import org.keyhopper.central.storage.StationSignInTable;

/** The rows of {@code station_sign_in}. */
record SqlStationSignInTable(Transaction in, CentralContext context) implements StationSignInTable {

    @Override
    public void add(StationSignIn signIn) {
        SqlFailure.wrap(() -> {
            in.update("DELETE FROM station_sign_in WHERE expires < ?", context.now(in));
            return in.update(
                    "INSERT INTO station_sign_in (hash, operator, station, redirect, challenge, expires)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    signIn.hash(),
                    signIn.operator(),
                    signIn.station(),
                    signIn.redirect(),
                    signIn.challenge(),
                    signIn.expires());
        });
    }

    @Override
    public Optional<StationSignIn> find(String hash) {
        return SqlFailure.wrap(() -> in.first(
                "SELECT * FROM station_sign_in WHERE hash = ?" + context.rowLock(),
                SqlStationSignInTable::signIn,
                hash));
    }

    private static StationSignIn signIn(Row row) throws SQLException {
        return new StationSignIn(
                row.text("hash"),
                row.text("operator"),
                row.text("station"),
                row.text("redirect"),
                row.text("challenge"),
                row.instant("expires"));
    }

    @Override
    public void remove(String hash) {
        SqlFailure.wrap(() -> in.update("DELETE FROM station_sign_in WHERE hash = ?", hash));
    }

    @Override
    public void removeAll(String operator) {
        SqlFailure.wrap(() -> in.update("DELETE FROM station_sign_in WHERE operator = ?", operator));
    }
}
