package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import org.keyhopper.core.vault.PinDelivery;

/** The columns {@code released}, {@code handed_over} and {@code received} of both tables of sealed PINs. */
final class SqlPinDelivery {

    private SqlPinDelivery() {}

    static PinDelivery read(Row row) throws SQLException {
        return new PinDelivery(
                row.maybe("released").map(Instant::parse),
                row.maybe("handed_over").map(Instant::parse),
                row.maybe("received").map(Instant::parse));
    }
}
