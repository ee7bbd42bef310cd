package org.keyhopper.ui.model.directories;

import java.util.Map;
import org.keyhopper.api.directory.DirectoryConnector;
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
        return new DirectoryAccount(name.strip(), connector.type(), new Settings(values));
    }
}
