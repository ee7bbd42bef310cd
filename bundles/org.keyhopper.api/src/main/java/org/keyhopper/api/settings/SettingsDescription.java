package org.keyhopper.api.settings;

import java.util.List;
import java.util.Optional;

/** The settings of a connector or driver, in the order in which they are filled in. */
public record SettingsDescription(List<SettingField> fields) {

    public SettingsDescription {
        fields = List.copyOf(fields);
    }

    public Optional<SettingField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }
}
