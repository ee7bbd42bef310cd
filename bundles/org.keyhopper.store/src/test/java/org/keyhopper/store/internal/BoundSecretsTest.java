package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.StationStore;

/** Secrets of a directory whose settings were changed in the database. */
class BoundSecretsTest {

    private static final Secret SECRET = Secret.of("correct-horse-482913");
    private static final DirectoryAccount ENTRA = new DirectoryAccount(
            "contoso", "entra", new Settings(Map.of("tenant", "contoso", "loginUrl", "https://login.example")));

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "settings = replace(settings, 'login.example', 'evil.example')",
                "settings = '{}'",
                "settings = replace(settings, 'loginUrl', 'graphUrl')",
                "type = 'pingone'"
            })
    void secretIsBoundToTypeAndAddressOfItsDirectory(String change) throws SQLException {
        try (StationStore store = StationStore.open(home)) {
            store.accounts().put(ENTRA);
            store.accounts().secretsOf(ENTRA).put("clientSecret", SECRET);
            assertEquals(
                    Optional.of(SECRET),
                    store.accounts().secretsOf(found(store)).get("clientSecret"));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE directory_account SET " + change));
        }
        try (StationStore store = StationStore.open(home)) {
            StoreException refusal = assertThrows(StoreException.class, () -> found(store));
            assertTrue(refusal.getMessage().contains("settings of directory contoso"), refusal.getMessage());
            for (DirectoryAccount other : List.of(
                    new DirectoryAccount("contoso", "pingone", ENTRA.settings()),
                    new DirectoryAccount(
                            "contoso", "entra", new Settings(Map.of("loginUrl", "https://evil.example"))))) {
                refusal = assertThrows(
                        StoreException.class,
                        () -> store.accounts().secretsOf(other).get("clientSecret"));
                assertTrue(refusal.getMessage().contains("clientSecret of directory contoso"), refusal.getMessage());
            }
            store.accounts().put(ENTRA);
            store.accounts().secretsOf(found(store)).put("clientSecret", Secret.of("new"));
            assertEquals(
                    Optional.of(Secret.of("new")),
                    store.accounts().secretsOf(found(store)).get("clientSecret"));
        }
    }

    private static DirectoryAccount found(StationStore store) {
        return store.accounts().find("contoso").orElseThrow();
    }
}
