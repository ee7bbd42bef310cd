package org.keyhopper.testkit.directory;

import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;

/**
 * Secrets that are only read: a test fails when one is stored or deleted.
 *
 * @param values by key; may be changed by the test
 */
public record GivenSecrets(Map<String, String> values) implements Secrets {

    @Override
    public Optional<Secret> get(String key) {
        return Optional.ofNullable(values.get(key)).map(Secret::of);
    }

    @Override
    public void put(String key, Secret secret) {
        throw new AssertionError("stored " + key);
    }

    @Override
    public void forget(String key) {
        throw new AssertionError("deleted " + key);
    }
}
