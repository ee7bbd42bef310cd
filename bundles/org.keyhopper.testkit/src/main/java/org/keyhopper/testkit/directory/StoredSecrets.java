package org.keyhopper.testkit.directory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;

/** Secrets that are stored in memory, as long as a test lasts. Thread-safe. */
public final class StoredSecrets implements Secrets {

    private final Map<String, Secret> values = new ConcurrentHashMap<>();

    @Override
    public Optional<Secret> get(String key) {
        return Optional.ofNullable(values.get(key)).map(Secret::copy);
    }

    @Override
    public void put(String key, Secret secret) {
        values.put(key, secret.copy());
    }

    @Override
    public void forget(String key) {
        values.remove(key);
    }

    /** Returns a secret that is stored. */
    public String text(String key) {
        return new String(values.get(key).toChars());
    }
}
