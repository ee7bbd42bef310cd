package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.storage.EscrowTable;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** The rows of {@code escrowed_pin}. */
record SqlEscrowTable(Transaction in) implements EscrowTable {

    @Override
    public Optional<SealedPin> find(long claim) {
        return SqlFailure.wrap(
                () -> in.first("SELECT * FROM escrowed_pin WHERE claim = ?", SqlEscrowTable::pin, claim));
    }

    @Override
    public void put(SealedPin pin) {
        SqlFailure.wrap(() -> {
            in.update("DELETE FROM escrowed_pin WHERE claim = ?", pin.claim());
            return in.update(
                    "INSERT INTO escrowed_pin (claim, request, position, sealed, confirmed, kept)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    pin.claim(),
                    pin.recipient().request(),
                    pin.recipient().position(),
                    Base64.getEncoder().encodeToString(pin.sealed()),
                    pin.confirmed(),
                    pin.kept());
        });
    }

    @Override
    public List<SealedPin> confirmed(RequestId request) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT * FROM escrowed_pin p WHERE request = ? AND confirmed = 1 AND claim = (SELECT MAX(l.claim)"
                        + " FROM escrowed_pin l WHERE l.request = p.request AND l.position = p.position"
                        + " AND l.confirmed = 1) ORDER BY position",
                SqlEscrowTable::pin,
                request));
    }

    private static SealedPin pin(Row row) throws SQLException {
        return new SealedPin(
                row.longNumber("claim"),
                new RecipientId(new RequestId(row.text("request")), row.number("position")),
                Base64.getDecoder().decode(row.text("sealed")),
                row.flag("confirmed"),
                row.instant("kept"));
    }
}
