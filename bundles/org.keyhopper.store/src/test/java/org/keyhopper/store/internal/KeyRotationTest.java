package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.access.Caller;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.store.CentralLocation;
import org.keyhopper.store.MasterKeyRotation;

/** Rotations that end halfway. */
class KeyRotationTest {

    @TempDir
    Path home;

    private CentralLocation location() {
        return new CentralLocation(home, Optional.empty(), Optional.of(home.resolve("outside/master.key")));
    }

    private String secret() {
        try (CentralContext context = CentralContext.at(location(), Clock.systemUTC());
                Secret secret = context.records().secretsOf("central").getOrMake("a", () -> Secret.of("x"))) {
            return new String(secret.toChars());
        }
    }

    @Test
    void killedBeforeTheCommit() {
        assertEquals("x", secret());
        KeyFile.of(home.resolve("outside/master.key")).makeNext();
        assertEquals("x", secret());
        MasterKeyRotation.rotate(location(), Caller.none("c"));
        assertEquals("x", secret());
    }

    @Test
    void killedAfterTheCommit() {
        assertEquals("x", secret());
        try (CentralContext context = CentralContext.at(location(), Clock.systemUTC())) {
            new KeyRotation(context).reencrypt();
        }
        assertEquals("x", secret());
        assertFalse(Files.exists(home.resolve("outside/master.key.new")));
        MasterKeyRotation.rotate(location(), Caller.none("c"));
        assertEquals("x", secret());
    }

    @Test
    void killedAfterTheCommitAndRotatedAgain() {
        assertEquals("x", secret());
        try (CentralContext context = CentralContext.at(location(), Clock.systemUTC())) {
            new KeyRotation(context).reencrypt();
        }
        MasterKeyRotation.rotate(location(), Caller.none("c"));
        assertEquals("x", secret());
    }

    @Test
    void secretsOfDirectoriesStayBoundToTheirSettings() {
        DirectoryAccount account =
                new DirectoryAccount("contoso", "entra", new Settings(Map.of("loginUrl", "https://login.example")));
        try (CentralContext context = CentralContext.at(location(), Clock.systemUTC())) {
            DirectoryAccounts accounts = new SqlDirectoryAccounts(context.records());
            accounts.put(account);
            accounts.secretsOf(account).put("clientSecret", Secret.of("y"));
        }
        MasterKeyRotation.rotate(location(), Caller.none("c"));
        try (CentralContext context = CentralContext.at(location(), Clock.systemUTC());
                Secret secret = new SqlDirectoryAccounts(context.records())
                        .secretsOf(account)
                        .get("clientSecret")
                        .orElseThrow()) {
            assertEquals("y", new String(secret.toChars()));
        }
    }
}
