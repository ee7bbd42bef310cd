package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.reconcile.UnclearRecipient;
import org.keyhopper.central.storage.UnclearTable;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/** Unclear recipients, with the rows of their enrolments and claims; locked in this order. */
record SqlUnclearTable(Transaction in, CentralContext context) implements UnclearTable {

    @Override
    public List<UnclearRecipient> list(RequestId request) {
        return SqlFailure.wrap(() -> {
            List<UnclearRecipient> all = new ArrayList<>();
            for (RecipientState state : RequestRows.unclear(in, request)) {
                all.add(new UnclearRecipient(state, last(state.id(), ""), claimedUntil(state.id(), "")));
            }
            return all;
        });
    }

    @Override
    public Optional<Enrolment> lockLast(RecipientId recipient) {
        return SqlFailure.wrap(() -> last(recipient, context.rowLock()));
    }

    private Optional<Enrolment> last(RecipientId recipient, String lock) throws SQLException {
        return in.first(
                "SELECT * FROM enrolment WHERE claim = (SELECT MAX(claim) FROM enrolment WHERE request = ?"
                        + " AND position = ?)" + lock,
                EnrolmentColumns::read,
                recipient.request(),
                recipient.position());
    }

    @Override
    public Optional<Instant> claimedUntil(RecipientId recipient) {
        return SqlFailure.wrap(() -> claimedUntil(recipient, context.rowLock()));
    }

    private Optional<Instant> claimedUntil(RecipientId recipient, String lock) throws SQLException {
        return in.first(
                "SELECT expires FROM claim WHERE request = ? AND position = ?" + lock,
                row -> row.instant("expires"),
                recipient.request(),
                recipient.position());
    }

    @Override
    public Optional<Outcome> lockOutcome(RecipientId recipient) {
        return SqlFailure.wrap(() -> in.first(
                "SELECT outcome FROM recipient WHERE request = ? AND position = ?" + context.rowLock(),
                row -> row.constant(Outcome.class, "outcome"),
                recipient.request(),
                recipient.position()));
    }

    @Override
    public void settle(RecipientId recipient, OutcomeRecord outcome) {
        SqlFailure.wrap(() -> {
            Settlements.add(in, recipient, Optional.empty(), outcome);
            return outcome.outcome() == Outcome.UNCLEAR ? 0 : endClaim(recipient);
        });
    }

    @Override
    public void reopen(RecipientId recipient) {
        SqlFailure.wrap(() -> {
            in.update(
                    "UPDATE recipient SET outcome = 'PENDING' WHERE request = ? AND position = ? AND outcome ="
                            + " 'UNCLEAR'",
                    recipient.request(),
                    recipient.position());
            return endClaim(recipient);
        });
    }

    private int endClaim(RecipientId recipient) throws SQLException {
        return in.update(
                "DELETE FROM claim WHERE request = ? AND position = ?", recipient.request(), recipient.position());
    }

    @Override
    public Enrolment claim(Enrolment begun, String station, ClaimOrder order, Duration life) {
        return SqlFailure.wrap(() -> {
            Enrolment claimed = begun.under(in.next("claim"), station);
            endClaim(claimed.recipient());
            SqlEnrolmentTable table = new SqlEnrolmentTable(in, context);
            table.insert(claimed, context.now(in).plus(life), order.printer().orElse(""), order.idempotencyKey());
            table.put(claimed);
            return claimed;
        });
    }

    @Override
    public List<InventoryEntry> devicesOf(String directory, String userId) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT * FROM inventory WHERE directory = ? AND user_id = ?", SqlInventory::entry, directory, userId));
    }

    @Override
    public void mark(CredentialId credential, InventoryEntry.State state) {
        SqlFailure.wrap(() -> SqlInventory.mark(in, credential, state, context.now(in)));
        if (state != InventoryEntry.State.IN_USE) {
            // The PIN of a device that is out of use is of no use to its person, and may be to others.
            new SqlPickUpTable(in, context).drop(credential);
        }
    }
}
