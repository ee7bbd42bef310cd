package org.keyhopper.store.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyhopper.core.request.StoreException;

/**
 * Keyed MACs (HMAC-SHA-256) of the rows on which a station relies, so that a row that another program has written or changed
 * is refused. The MAC of a row covers its table and the names and values of all its columns that are neither null nor empty.
 * Every row is verified when it is read, and before it is changed.
 */
final class RowMacs implements RowProtection {

    static final String COLUMN = "mac";

    /** Where the key comes from. */
    interface Source {
        /** Returns what is stored as proof of the key, which changes with it; empty if there is no key yet. */
        Optional<String> proof();

        /** Returns the key that follows from the master key as it is now, which is made when there is none. */
        RowMacKey key();
    }

    private final Source source;

    /** Null until it is needed. */
    private volatile RowMacKey key;

    private volatile Optional<String> proof = Optional.empty();

    /** Guarded by the use of the connection. */
    private StoreException refusal;

    RowMacs(Source source) {
        this.source = source;
    }

    /** Another process may have replaced the key. */
    @Override
    public void prepare(boolean writing) {
        Optional<String> now = source.proof();
        boolean isCurrent = key != null && now.equals(proof);
        if (!isCurrent && (writing || now.isPresent())) {
            key = source.key();
            proof = source.proof();
        }
    }

    @Override
    public void forget() {
        key = null;
    }

    @Override
    public void install(Connection connection) throws SQLException {
        RowMacTriggers.install(connection, this);
    }

    /** A trigger of another program would make its changes within our transactions. */
    @Override
    public void begun(Transaction in) throws SQLException {
        List<String> foreign =
                in.list("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')", row -> row.text("name"));
        if (!foreign.isEmpty()) {
            throw new StoreException("The station's data contains " + String.join(", ", foreign)
                    + ", which Keyhopper has not made. Restore it from a backup.");
        }
    }

    @Override
    public void verify(ProtectedTable table, Map<String, String> row) {
        String mac = row.getOrDefault(COLUMN, "");
        boolean same = key != null
                && MessageDigest.isEqual(
                        mac.getBytes(StandardCharsets.US_ASCII),
                        of(key, table, row).getBytes(StandardCharsets.US_ASCII));
        if (!same) {
            throw new StoreException(table.describe(row)
                    + " was changed by another program than Keyhopper, so it is not used. Restore the station's data"
                    + " from a backup.");
        }
    }

    /** As {@link #verify}, in a statement, which cannot throw the refusal itself. */
    boolean isIntact(ProtectedTable table, Map<String, String> row) {
        try {
            verify(table, row);
            return true;
        } catch (StoreException e) {
            refusal = e;
            return false;
        }
    }

    @Override
    public Optional<StoreException> refusal() {
        StoreException last = refusal;
        refusal = null;
        return Optional.ofNullable(last);
    }

    String of(ProtectedTable table, Map<String, String> row) {
        return of(key, table, row);
    }

    /** Gives rows of a version that had none their MACs. */
    static void adopt(Transaction in, RowMacKey key) throws SQLException {
        for (ProtectedTable table : ProtectedTable.values()) {
            for (Map<String, String> row : rowsOf(in, table)) {
                String number = row.remove("row_number");
                write(in, table, number, of(key, table, row));
            }
        }
    }

    /** Gives all rows, which must be intact, MACs with another key. */
    void replaceKey(Transaction in, RowMacKey after) throws SQLException {
        for (ProtectedTable table : ProtectedTable.values()) {
            for (Map<String, String> row : rowsOf(in, table)) {
                String number = row.remove("row_number");
                verify(table, row);
                write(in, table, number, of(after, table, row));
            }
        }
    }

    private static List<Map<String, String>> rowsOf(Transaction in, ProtectedTable table) throws SQLException {
        return in.list("SELECT rowid AS row_number, t.* FROM " + table.table() + " t", Row::columns);
    }

    private static void write(Transaction in, ProtectedTable table, String number, String mac) throws SQLException {
        in.update("UPDATE " + table.table() + " SET mac = ? WHERE rowid = ?", mac, Long.valueOf(number));
    }

    private static String of(RowMacKey key, ProtectedTable table, Map<String, String> row) {
        StringBuilder text = new StringBuilder(table.table()).append(';');
        new TreeMap<>(row).forEach((name, value) -> {
            if (!name.equals(COLUMN) && !value.isEmpty()) {
                text.append(name).append('=').append(value.length()).append(':').append(value);
            }
        });
        return Base64.getEncoder().encodeToString(key.mac(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
