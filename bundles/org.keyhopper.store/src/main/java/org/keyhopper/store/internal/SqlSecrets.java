package org.keyhopper.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.StoreException;

/**
 * The secrets of one owner in the station's database, encrypted with owner and key as associated data. Those of a directory are
 * also bound to its type and settings: write access to the database is not enough to have them sent elsewhere.
 */
public final class SqlSecrets implements Secrets {

    private final Database database;
    private final SecretCipher cipher;
    private final String owner;
    private final Optional<DirectoryAccount> directory;

    SqlSecrets(Database database, SecretCipher cipher, String owner) {
        this(database, cipher, owner, Optional.empty());
    }

    /** @param directory the directory that they belong to, with the settings that they are used with */
    SqlSecrets(Database database, SecretCipher cipher, String owner, Optional<DirectoryAccount> directory) {
        this.database = database;
        this.cipher = cipher;
        this.owner = owner;
        this.directory = directory;
    }

    @Override
    public Optional<Secret> get(String key) {
        return database.read(in -> in.first(
                        "SELECT sealed FROM secret WHERE owner = ? AND name = ?",
                        row -> row.text("sealed"),
                        owner,
                        key))
                .map(stored -> cipher.openUnlessDamaged(location(key), stored).orElseThrow(() -> damaged(key)));
    }

    private StoreException damaged(String key) {
        return new StoreException("The secret " + key + " of " + owner.replaceFirst("/", " ") + " is not used: "
                + (directory.isPresent() ? "it, or the settings that it was entered for, were" : "it was")
                + " changed or damaged in the store. Check the settings, and save them again with their secrets.");
    }

    @Override
    public void put(String key, Secret secret) {
        database.change(storing(key, secret));
    }

    /** Returns the change that stores a secret, which is encrypted before: that may need a transaction of its own. */
    Database.Change storing(String key, Secret secret) {
        String sealed = cipher.seal(location(key), secret);
        return in -> {
            in.update("DELETE FROM secret WHERE owner = ? AND name = ?", owner, key);
            in.update("INSERT INTO secret (owner, name, sealed) VALUES (?, ?, ?)", owner, key, sealed);
        };
    }

    /**
     * Returns the secret, which is made if there is none. Of several instances that make it at once, all get the one that
     * was stored first.
     */
    public Secret getOrMake(String key, Supplier<Secret> fresh) {
        Optional<Secret> stored = get(key);
        if (stored.isPresent()) {
            return stored.get();
        }
        try (Secret made = fresh.get()) {
            String sealed = cipher.seal(location(key), made);
            // Both databases know this clause, and wait for a transaction that has inserted the same.
            database.change(in -> in.update(
                    "INSERT INTO secret (owner, name, sealed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    owner,
                    key,
                    sealed));
        }
        return get(key).orElseThrow();
    }

    @Override
    public void forget(String key) {
        database.change(in -> in.update("DELETE FROM secret WHERE owner = ? AND name = ?", owner, key));
    }

    private AssociatedData location(String key) {
        return location(owner, key, directory);
    }

    /** Returns what a secret is bound to. */
    static AssociatedData location(String owner, String key, Optional<DirectoryAccount> directory) {
        List<String> names = new ArrayList<>(List.of("secret", owner, key));
        directory.ifPresent(account -> {
            names.add(account.type());
            new TreeMap<>(account.settings().values()).forEach((name, value) -> names.addAll(List.of(name, value)));
        });
        return new AssociatedData(names);
    }
}
