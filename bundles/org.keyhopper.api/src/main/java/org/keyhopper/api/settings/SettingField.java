package org.keyhopper.api.settings;

import java.util.List;
import java.util.Objects;

/**
 * A setting of a connector or driver, shown as one row of a form. Its label and help are texts of the bundle that
 * declares it, by the keys {@code TYPE.KEY.label} and {@code TYPE.KEY.help}; TYPE is the connector's type or the
 * driver's id. Help is one sentence below the field and may be missing.
 *
 * @param key the name on the command line and in the store
 * @param kind how it is entered
 * @param need whether it is required
 * @param defaultValue the value used if left empty; may be empty
 * @param choices the allowed values of a {@link Kind#CHOICE}
 */
public record SettingField(String key, Kind kind, Need need, String defaultValue, List<String> choices) {

    /** How a value is entered and validated. */
    public enum Kind {
        TEXT,
        URL,
        CHOICE,
        FILE,
        SECRET
    }

    /** Whether a value is required. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    public SettingField {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(need);
        choices = List.copyOf(choices);
    }

    public static SettingField required(String key, Kind kind) {
        return new SettingField(key, kind, Need.REQUIRED, "", List.of());
    }

    public static SettingField optional(String key, Kind kind, String defaultValue) {
        return new SettingField(key, kind, Need.OPTIONAL, defaultValue, List.of());
    }

    public SettingField withChoices(String... values) {
        return new SettingField(key, kind, need, defaultValue, List.of(values));
    }

    public boolean isSecret() {
        return kind == Kind.SECRET;
    }
}
