package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** The inventory in the station's database. */
public final class SqlInventory implements Inventory {

    private static final Set<InventoryEntry.State> OUT_OF_USE = Set.of(
            InventoryEntry.State.RESET,
            InventoryEntry.State.REVOKED,
            InventoryEntry.State.LOST,
            InventoryEntry.State.RETURNED);

    /** The settled ceremony that made a credential. */
    private static final String MADE = "SELECT c.id FROM ceremony c JOIN inventory i ON i.request = c.request"
            + " AND i.position = c.position WHERE i.credential = ? AND c.closed = 1 AND EXISTS"
            + " (SELECT 1 FROM journal_entry e WHERE e.ceremony = c.id AND e.facts LIKE ?)";

    private final Database database;
    private final Clock clock;

    public SqlInventory(StoreContext station) {
        database = station.database();
        clock = station.clock();
    }

    @Override
    public void put(Claim claim, InventoryEntry entry) {
        database.change(in -> {
            Claims.require(in, claim, entry.recipient());
            insert(in, entry);
        });
    }

    /** Adds or replaces the entry of its credential. */
    static void insert(Transaction in, InventoryEntry entry) throws SQLException {
        in.update("DELETE FROM inventory WHERE credential = ?", entry.credential());
        in.update(
                "INSERT INTO inventory (credential, rp_id, aaguid, model, serial, directory, user_id, holder,"
                        + " passkey, request, position, state, since, former_holder)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.credential(),
                entry.rpId(),
                entry.aaguid(),
                entry.model(),
                entry.serial(),
                entry.directory(),
                entry.userId(),
                entry.holder(),
                entry.passkeyId(),
                entry.recipient().request(),
                entry.recipient().position(),
                entry.state(),
                entry.since(),
                entry.formerHolder());
    }

    @Override
    public List<InventoryEntry> list() {
        return select("ORDER BY since DESC, credential");
    }

    @Override
    public Optional<InventoryEntry> find(CredentialId credential) {
        return select("WHERE credential = ?", credential).stream().findFirst();
    }

    @Override
    public List<InventoryEntry> withSerial(String serial) {
        return select(
                "WHERE serial = ? AND state = ? ORDER BY since DESC, credential", serial, InventoryEntry.State.IN_USE);
    }

    @Override
    public List<InventoryEntry> ofModel(UUID aaguid, int limit) {
        return select(
                "WHERE aaguid = ? AND state = ? ORDER BY since DESC, credential LIMIT ?",
                aaguid,
                InventoryEntry.State.IN_USE,
                limit);
    }

    @Override
    public void rename(String directory, String userId, String holder) {
        database.change(in -> {
            in.update(
                    "UPDATE inventory SET former_holder = COALESCE(former_holder, holder), holder = ?"
                            + " WHERE directory = ? AND user_id = ? AND holder <> ?",
                    holder,
                    directory,
                    userId,
                    holder);
            in.update("UPDATE inventory SET former_holder = NULL WHERE former_holder = holder");
        });
    }

    @Override
    public void mark(Claim claim, CredentialId credential, InventoryEntry.State state) {
        database.change(in -> {
            Claims.require(in, claim);
            mark(in, credential, state);
        });
    }

    @Override
    public void mark(CredentialId credential, InventoryEntry.State state) {
        database.change(in -> mark(in, credential, state));
    }

    private void mark(Transaction in, CredentialId credential, InventoryEntry.State state) throws SQLException {
        mark(in, credential, state, clock.instant());
        if (OUT_OF_USE.contains(state)) {
            dropPins(in, credential);
        }
    }

    /** The PIN of a device that is out of use is of no use to its person, and may be to others. */
    private static void dropPins(Transaction in, CredentialId credential) throws SQLException {
        String made = "%\"" + JournalFacts.CREDENTIAL_ID + "\":\"" + credential.base64Url() + "\"%";
        for (String table : List.of("pin", "sealed_pin")) {
            in.update("DELETE FROM " + table + " WHERE ceremony IN (" + MADE + ")", credential, made);
        }
    }

    static int mark(Transaction in, CredentialId credential, InventoryEntry.State state, Instant since)
            throws SQLException {
        return in.update(
                "UPDATE inventory SET state = ?, since = ? WHERE credential = ? AND state <> ?",
                state,
                since,
                credential,
                state);
    }

    private List<InventoryEntry> select(String rest, Object... values) {
        return database.read(in -> in.list("SELECT * FROM inventory " + rest, SqlInventory::entry, values));
    }

    static InventoryEntry entry(Row unverified) throws SQLException {
        Row row = unverified.verified(ProtectedTable.INVENTORY);
        return new InventoryEntry(
                CredentialId.ofBase64Url(row.text("credential")),
                row.text("rp_id"),
                row.uuid("aaguid"),
                row.text("model"),
                row.maybe("serial"),
                row.text("directory"),
                row.text("user_id"),
                row.text("holder"),
                row.text("passkey"),
                new RecipientId(new RequestId(row.text("request")), row.number("position")),
                row.constant(InventoryEntry.State.class, "state"),
                row.instant("since"),
                row.maybe("former_holder"));
    }
}
