package org.keyhopper.store.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;

/** The secrets of one owner in the station's database, encrypted with owner and key as associated data. */
public final class SqlSecrets implements Secrets {

    private final Database database;
    private final SecretCipher cipher;
    private final String owner;

    SqlSecrets(Database database, SecretCipher cipher, String owner) {
        this.database = database;
        this.cipher = cipher;
        this.owner = owner;
    }

    @Override
    public Optional<Secret> get(String key) {
        return database.read(in -> in.first(
                        "SELECT sealed FROM secret WHERE owner = ? AND name = ?",
                        row -> row.text("sealed"),
                        owner,
                        key))
                .map(kept -> cipher.open(location(key), kept));
    }

    @Override
    public void put(String key, Secret secret) {
        String sealed = cipher.seal(location(key), secret);
        database.change(in -> {
            in.update("DELETE FROM secret WHERE owner = ? AND name = ?", owner, key);
            in.update("INSERT INTO secret (owner, name, sealed) VALUES (?, ?, ?)", owner, key, sealed);
        });
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
        return location(owner, key);
    }

    static AssociatedData location(String owner, String key) {
        return new AssociatedData("secret", owner, key);
    }
}
