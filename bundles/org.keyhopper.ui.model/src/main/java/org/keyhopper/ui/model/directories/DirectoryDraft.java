package org.keyhopper.ui.model.directories;

import java.util.Map;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;

/**
 * What is typed of a directory so far.
 *
 * @param values by key; changed while it is typed, and read by a test meanwhile
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
