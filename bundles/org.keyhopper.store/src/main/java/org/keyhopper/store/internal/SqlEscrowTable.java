package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.storage.EscrowTable;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** The rows of {@code escrowed_pin}. */
record SqlEscrowTable(Transaction in) implements EscrowTable {

    private static final String LAST_OF_RECIPIENT = "p.confirmed = 1 AND p.claim = (SELECT MAX(l.claim)"
            + " FROM escrowed_pin l WHERE l.request = p.request AND l.position = p.position AND l.confirmed = 1)";

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
                    "INSERT INTO escrowed_pin (claim, request, position, sealed, confirmed, kept, released,"
                            + " handed_over, received) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    pin.claim(),
                    pin.recipient().request(),
                    pin.recipient().position(),
                    Base64.getEncoder().encodeToString(pin.sealed()),
                    pin.confirmed(),
                    pin.kept(),
                    pin.delivery().released().orElse(null),
                    pin.delivery().handedOver().orElse(null),
                    pin.delivery().received().orElse(null));
        });
    }

    @Override
    public List<SealedPin> confirmed(RequestId request) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT * FROM escrowed_pin p WHERE request = ? AND " + LAST_OF_RECIPIENT + " ORDER BY position",
                SqlEscrowTable::pin,
                request));
    }

    @Override
    public Map<RequestId, Integer> unconfirmedSince(Instant released) {
        Map<RequestId, Integer> numbers = new LinkedHashMap<>();
        SqlFailure.wrap(() -> in.list(
                        "SELECT p.request, COUNT(*) AS number FROM escrowed_pin p WHERE p.released < ?"
                                + " AND p.received IS NULL AND " + LAST_OF_RECIPIENT
                                + " GROUP BY p.request ORDER BY p.request",
                        row -> Map.entry(new RequestId(row.text("request")), row.number("number")),
                        released))
                .forEach(each -> numbers.put(each.getKey(), each.getValue()));
        return numbers;
    }

    private static SealedPin pin(Row row) throws SQLException {
        return new SealedPin(
                row.longNumber("claim"),
                new RecipientId(new RequestId(row.text("request")), row.number("position")),
                Base64.getDecoder().decode(row.text("sealed")),
                row.flag("confirmed"),
                row.instant("kept"),
                SqlPinDelivery.read(row));
    }
}
