package org.keyhopper.ui.model.directories;

import java.util.HashMap;
import java.util.Map;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;

/**
 * The unsaved settings of a directory.
 *
 * @param values by key; concurrent, because a connection test reads them while they are edited
 */
record DirectoryDraft(
        boolean isNew, String name, DirectoryConnector connector, Map<String, String> values, TypedSecrets secrets) {

    DirectoryDraft withName(String next) {
        return new DirectoryDraft(isNew, next, connector, values, secrets);
    }

    DirectoryAccount account() {
        return new DirectoryAccount(name.strip(), connector.type(), settings());
    }

    /** Returns the settings; an address without a scheme is one for https. */
    Settings settings() {
        Map<String, String> complete = new HashMap<>(values);
        connector.settings().fields().stream()
                .filter(field -> field.kind() == SettingField.Kind.URL)
                .forEach(field -> complete.computeIfPresent(field.key(), (key, value) -> withScheme(value.strip())));
        return new Settings(complete);
    }

    private static String withScheme(String address) {
        return address.isEmpty() || address.contains("://") ? address : "https://" + address;
    }
}
