package org.keyhopper.api.settings;

import java.util.Map;
import java.util.Optional;

/** Settings without secrets, by key; secrets are in {@link Secrets}. */
public record Settings(Map<String, String> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    /** Returns the value, or empty if it is missing or blank. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String get(String key, String otherwise) {
        return get(key).orElse(otherwise);
    }
}
