package org.keyhopper.ui.model.directories;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;

/** Secrets entered in the form, which take precedence over the stored ones. Cleared when closed. */
final class TypedSecrets implements Secrets, AutoCloseable {

    private final Secrets kept;
    private final Map<String, Secret> typed = new ConcurrentHashMap<>();

    TypedSecrets(Secrets kept) {
        this.kept = kept;
    }

    @Override
    public Optional<Secret> get(String key) {
        return Optional.ofNullable(typed.get(key)).map(Secret::copy).or(() -> kept.get(key));
    }

    @Override
    public void put(String key, Secret secret) {
        wipe(typed.put(key, secret.copy()));
    }

    @Override
    public void forget(String key) {
        wipe(typed.remove(key));
    }

    /** Copies all entered secrets to the directory's store. */
    void keepAs(Secrets store) {
        typed.forEach(store::put);
    }

    boolean isKept(String key) {
        Optional<Secret> secret = kept.get(key);
        secret.ifPresent(Secret::close);
        return secret.isPresent();
    }

    boolean isTyped(String key) {
        return typed.containsKey(key);
    }

    @Override
    public void close() {
        typed.values().forEach(Secret::close);
        typed.clear();
    }

    private static void wipe(Secret secret) {
        if (secret != null) {
            secret.close();
        }
    }
}
