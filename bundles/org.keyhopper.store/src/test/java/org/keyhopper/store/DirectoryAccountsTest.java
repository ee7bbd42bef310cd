package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class DirectoryAccountsTest {

    private static final DirectoryAccount ENTRA =
            new DirectoryAccount("Head office", "entra", new Settings(Map.of("tenant", "contoso", "clientId", "7")));

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
        accounts.secretsOf("Head office").put("clientSecret", Secret.of("first"));
        accounts.secretsOf("Head office").put("clientSecret", Secret.of("pä§s"));
        accounts.put(ENTRA);
        store.close();
        open();
        assertEquals(
                Optional.of(Secret.of("pä§s")),
                accounts.secretsOf("Head office").get("clientSecret"));
        assertTrue(accounts.secretsOf("Other").get("clientSecret").isEmpty());
    }

    @Test
    void deletedSecretIsGone() {
        accounts.secretsOf("Head office").put("clientSecret", Secret.of("x"));
        accounts.secretsOf("Head office").forget("clientSecret");
        accounts.secretsOf("Head office").forget("clientSecret");
        assertTrue(accounts.secretsOf("Head office").get("clientSecret").isEmpty());
    }

    @Test
    void removingAnAccountDeletesItsSecrets() {
        accounts.put(ENTRA);
        accounts.secretsOf("Head office").put("clientSecret", Secret.of("x"));
        assertTrue(accounts.remove("Head office"));
        assertFalse(accounts.remove("Head office"));
        assertTrue(accounts.secretsOf("Head office").get("clientSecret").isEmpty());
    }
}
