package org.keyhopper.ui.model.directories;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;

/**
 * The unsaved settings of a directory.
 *
 * @param stored the directory as it is stored; empty for a new one
 * @param values by key; concurrent, because a connection test reads them while they are edited
 */
record DirectoryDraft(
        Optional<DirectoryAccount> stored,
        String name,
        DirectoryConnector connector,
        Map<String, String> values,
        TypedSecrets secrets) {

    static DirectoryDraft ofNew(DirectoryConnector connector) {
        return new DirectoryDraft(Optional.empty(), "", connector, new ConcurrentHashMap<>(), TypedSecrets.ofNew());
    }

    /** Its stored secrets are withheld while the settings lead to another address than the one they were entered for. */
    static DirectoryDraft of(DirectoryAccount stored, DirectoryConnector connector, DirectoryAccounts accounts) {
        Map<String, String> values = new ConcurrentHashMap<>(stored.settings().values());
        TypedSecrets secrets = new TypedSecrets(accounts.secretsOf(stored), () -> new DirectoryAccount(
                        stored.name(), stored.type(), new Settings(values))
                .isAtSameAddress(stored, connector::addresses));
        return new DirectoryDraft(Optional.of(stored), stored.name(), connector, values, secrets);
    }

    boolean isNew() {
        return stored.isEmpty();
    }

    DirectoryDraft withName(String next) {
        return new DirectoryDraft(stored, next, connector, values, secrets);
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

    /** Stores the settings and the secrets that were entered. */
    void save(DirectoryAccounts accounts) {
        DirectoryAccount account = account();
        boolean keepsSecrets = stored.filter(before -> account.isAtSameAddress(before, connector::addresses))
                .isPresent();
        if (keepsSecrets) {
            accounts.change(account);
        } else {
            accounts.put(account);
        }
        secrets.keepAs(accounts.secretsOf(account));
        secrets.close();
    }
}
