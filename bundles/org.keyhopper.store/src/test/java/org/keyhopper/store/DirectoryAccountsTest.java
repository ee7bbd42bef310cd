package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.request.StoreException;

class DirectoryAccountsTest {

    private static final DirectoryAccount ENTRA =
            new DirectoryAccount("Head office", "entra", new Settings(Map.of("tenant", "contoso", "clientId", "7")));

    private static final DirectoryAccount MOVED =
            new DirectoryAccount("Head office", "entra", new Settings(Map.of("tenant", "contoso", "clientId", "8")));

    private static final DirectoryAccount OTHER = new DirectoryAccount("Other", "entra", new Settings(Map.of()));

    @TempDir
    Path home;

    private StationStore store;
    private DirectoryAccounts accounts;

    DatabaseKind databaseKind() {
        return DatabaseKind.FILE;
    }

    @BeforeEach
    void open() {
        store = databaseKind().open(home);
        accounts = store.accounts();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void accountRoundTripAndReplacement() {
        accounts.put(new DirectoryAccount("Head office", "pingone", new Settings(Map.of())));
        accounts.put(ENTRA);
        assertEquals(Optional.of(ENTRA), accounts.find("Head office"));
        assertEquals(List.of(ENTRA), accounts.list());
        assertTrue(accounts.find("Other").isEmpty());
    }

    @Test
    void secretsMayPrecedeTheAccountAndArePersistent() {
        accounts.secretsOf(ENTRA).put("clientSecret", Secret.of("first"));
        accounts.secretsOf(ENTRA).put("clientSecret", Secret.of("pä§s"));
        store.close();
        open();
        assertEquals(Optional.of(Secret.of("pä§s")), accounts.secretsOf(ENTRA).get("clientSecret"));
        assertTrue(accounts.secretsOf(OTHER).get("clientSecret").isEmpty());
    }

    @Test
    void replacingAnAccountDeletesItsSecrets() {
        accounts.put(ENTRA);
        accounts.secretsOf(ENTRA).put("clientSecret", Secret.of("x"));
        accounts.put(MOVED);
        assertTrue(accounts.secretsOf(MOVED).get("clientSecret").isEmpty());
        accounts.put(ENTRA);
        assertTrue(accounts.secretsOf(ENTRA).get("clientSecret").isEmpty());
    }

    @Test
    void changingAnAccountKeepsItsSecrets() {
        accounts.put(ENTRA);
        accounts.secretsOf(ENTRA).put("clientSecret", Secret.of("x"));
        accounts.secretsOf(ENTRA).put("refreshToken", Secret.of("y"));
        accounts.change(MOVED);
        assertEquals(Optional.of(MOVED), accounts.find("Head office"));
        assertEquals(Optional.of(Secret.of("x")), accounts.secretsOf(MOVED).get("clientSecret"));
        assertEquals(Optional.of(Secret.of("y")), accounts.secretsOf(MOVED).get("refreshToken"));
        assertThrows(StoreException.class, () -> accounts.secretsOf(ENTRA).get("clientSecret"));
        assertThrows(StoreException.class, () -> accounts.change(OTHER));
    }

    @Test
    void changingAnAccountRevivesNoSecretOfOtherSettings() {
        accounts.put(ENTRA);
        accounts.secretsOf(MOVED).put("clientSecret", Secret.of("x"));
        accounts.change(ENTRA);
        assertTrue(accounts.secretsOf(ENTRA).get("clientSecret").isEmpty());
    }

    @Test
    void deletedSecretIsGone() {
        accounts.secretsOf(ENTRA).put("clientSecret", Secret.of("x"));
        accounts.secretsOf(ENTRA).forget("clientSecret");
        accounts.secretsOf(ENTRA).forget("clientSecret");
        assertTrue(accounts.secretsOf(ENTRA).get("clientSecret").isEmpty());
    }

    @Test
    void removingAnAccountDeletesItsSecrets() {
        accounts.put(ENTRA);
        accounts.secretsOf(ENTRA).put("clientSecret", Secret.of("x"));
        assertTrue(accounts.remove("Head office"));
        assertFalse(accounts.remove("Head office"));
        assertTrue(accounts.secretsOf(ENTRA).get("clientSecret").isEmpty());
    }
}
