package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.journal.StationAction;
import org.keyhopper.core.request.StoreException;

/** The configured directories, in the station's database. */
public final class SqlDirectoryAccounts implements DirectoryAccounts {

    private static final String OWNER = "directory/";

    private final Database database;
    private final SecretCipher cipher;
    private final StationTrail trail;

    public SqlDirectoryAccounts(StoreContext station) {
        database = station.database();
        cipher = station.cipher();
        trail = station.trail();
    }

    @Override
    public void put(DirectoryAccount account) {
        database.change(replacing(account));
    }

    private Database.Change replacing(DirectoryAccount account) {
        return in -> {
            in.update("DELETE FROM secret WHERE owner = ?", owner(account.name()));
            in.update("DELETE FROM directory_account WHERE name = ?", account.name());
            in.update(
                    "INSERT INTO directory_account (name, type, settings) VALUES (?, ?, ?)",
                    account.name(),
                    account.type(),
                    Json.of(account.settings().values()));
            addToTrail(in, account);
        };
    }

    private void addToTrail(Transaction in, DirectoryAccount account) throws SQLException {
        trail.add(
                in,
                StationAction.DIRECTORY_CONFIGURED,
                subject(account.name()),
                account.settings().values());
    }

    private static String subject(String name) {
        return "directory:" + name;
    }

    /** Encrypts the secrets for the new settings; those that do not open with the old ones are deleted. */
    @Override
    public void change(DirectoryAccount account) {
        database.change(changing(account));
    }

    private Database.Change changing(DirectoryAccount account) {
        String owner = owner(account.name());
        Map<SealedSecret, Optional<String>> resealed = new HashMap<>();
        stored(owner).forEach(stored -> resealed.put(stored, resealed(stored, account, owner)));
        return in -> {
            int changed = in.update(
                    "UPDATE directory_account SET type = ?, settings = ? WHERE name = ?",
                    account.type(),
                    Json.of(account.settings().values()),
                    account.name());
            if (changed == 0) {
                throw new StoreException("There is no directory " + account.name() + " any more.");
            }
            for (Map.Entry<SealedSecret, Optional<String>> each : resealed.entrySet()) {
                replace(in, owner, each.getKey(), each.getValue());
            }
            addToTrail(in, account);
        };
    }

    private List<SealedSecret> stored(String owner) {
        return database.read(in -> {
            Optional<DirectoryAccount> directory = ofOwner(in, owner);
            return in.list(
                    "SELECT name, sealed FROM secret WHERE owner = ?",
                    row -> new SealedSecret(
                            row.text("name"),
                            SqlSecrets.location(owner, row.text("name"), directory),
                            row.text("sealed")),
                    owner);
        });
    }

    private static void replace(Transaction in, String owner, SealedSecret old, Optional<String> sealed)
            throws SQLException {
        int same = in.update(
                "DELETE FROM secret WHERE owner = ? AND name = ? AND sealed = ?", owner, old.key(), old.sealed());
        if (same > 0 && sealed.isPresent()) {
            in.update("INSERT INTO secret (owner, name, sealed) VALUES (?, ?, ?)", owner, old.key(), sealed);
        }
    }

    /**
     * Returns the change that stores a directory with secrets, which are encrypted before.
     *
     * @param keep whether the secrets that it has stay, see {@link #change}
     * @param secrets those that are new
     */
    Database.Change storing(DirectoryAccount account, boolean keep, Map<String, Secret> secrets) {
        Database.Change settings = keep ? changing(account) : replacing(account);
        SqlSecrets owned = new SqlSecrets(database, cipher, owner(account.name()), Optional.of(account));
        List<Database.Change> added = secrets.entrySet().stream()
                .map(each -> owned.storing(each.getKey(), each.getValue()))
                .toList();
        return in -> {
            settings.in(in);
            for (Database.Change each : added) {
                each.in(in);
            }
        };
    }

    private Optional<String> resealed(SealedSecret stored, DirectoryAccount account, String owner) {
        return cipher.openUnlessDamaged(stored.location(), stored.sealed()).map(secret -> {
            try (secret) {
                return cipher.seal(SqlSecrets.location(owner, stored.key(), Optional.of(account)), secret);
            }
        });
    }

    @Override
    public Optional<DirectoryAccount> find(String name) {
        return database.read(
                in -> in.first("SELECT * FROM directory_account WHERE name = ?", SqlDirectoryAccounts::account, name));
    }

    @Override
    public List<DirectoryAccount> list() {
        return database.read(
                in -> in.list("SELECT * FROM directory_account ORDER BY name", SqlDirectoryAccounts::account));
    }

    @Override
    public boolean remove(String name) {
        return database.write(in -> {
            in.update("DELETE FROM secret WHERE owner = ?", owner(name));
            boolean removed = in.update("DELETE FROM directory_account WHERE name = ?", name) > 0;
            if (removed) {
                trail.add(in, StationAction.DIRECTORY_REMOVED, subject(name), Map.of());
            }
            return removed;
        });
    }

    @Override
    public Secrets secretsOf(DirectoryAccount account) {
        return new SqlSecrets(database, cipher, owner(account.name()), Optional.of(account));
    }

    private static String owner(String name) {
        return OWNER + name;
    }

    /** Returns the directory whose secrets have this owner; empty if it is the owner of other secrets. */
    static Optional<DirectoryAccount> ofOwner(Transaction in, String owner) throws SQLException {
        return owner.startsWith(OWNER)
                ? in.first(
                        "SELECT * FROM directory_account WHERE name = ?",
                        SqlDirectoryAccounts::account,
                        owner.substring(OWNER.length()))
                : Optional.empty();
    }

    private static DirectoryAccount account(Row unverified) throws SQLException {
        Row row = unverified.verified(ProtectedTable.DIRECTORY_ACCOUNT);
        return new DirectoryAccount(row.text("name"), row.text("type"), new Settings(Json.map(row.text("settings"))));
    }
}
