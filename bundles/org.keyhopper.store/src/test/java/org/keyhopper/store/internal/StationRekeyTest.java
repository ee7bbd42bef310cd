package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.vault.StationKey;
import org.keyhopper.store.Samples;
import org.keyhopper.store.StationStore;

/** The key of a station is replaced: by one in a file, by that of another passphrase, and halfway. */
class StationRekeyTest {

    private static final Secret PIN = Secret.of("482913");

    @TempDir
    Path home;

    private Optional<Secret> passphrase = Optional.empty();
    private RequestId request;
    private CeremonyId ceremony;

    @BeforeEach
    void noPassphrase() {
        passphrase = Optional.empty();
    }

    private StationStore open() {
        return StationStore.open(home, () -> passphrase.map(given -> Secret.of(new String(given.toChars()))));
    }

    private void work() {
        try (StationStore store = open()) {
            request = Samples.request(store.requests(), 2).id();
            RecipientId first = new RecipientId(request, 1);
            try (Claim claim = store.requests().claim(first).orElseThrow()) {
                ceremony = store.journal().open(claim, first, Map.of());
                store.pins().propose(claim, ceremony, first, PIN);
                store.pins().confirm(claim, ceremony);
                store.journal().close(claim, ceremony, Samples.provisioned());
            }
        }
    }

    private void assertIntact(StationStore store) {
        assertEquals(1, store.requests().list().size());
        assertEquals(1, store.journal().ceremoniesOf(request).size());
        assertEquals(Optional.of(PIN), store.pins().ofCeremony(ceremony));
        assertEquals(OptionalLong.empty(), store.audit().orElseThrow().firstMissing());
        store.requests().rename(request, "Summer");
    }

    @Test
    void keyFileIsReplaced() throws Exception {
        work();
        byte[] before = Files.readAllBytes(home.resolve("station.key"));
        try (StationStore store = open();
                StationStore other = open()) {
            assertIntact(other);
            StationKey.Replaced replaced = store.key().orElseThrow().replace(Optional.empty());
            assertEquals(1, replaced.secrets());
            assertTrue(Arrays.equals(before, Files.readAllBytes(replaced.old().orElseThrow())));
            assertFalse(Arrays.equals(before, Files.readAllBytes(home.resolve("station.key"))));
            assertIntact(store);
            // As another process that was open meanwhile.
            assertIntact(other);
        }
        try (StationStore store = open()) {
            assertIntact(store);
        }
        Files.write(home.resolve("station.key"), before);
        assertThrows(StoreException.class, () -> {
            try (StationStore store = open()) {
                store.requests().list();
            }
        });
    }

    @Test
    void passphraseIsReplaced() {
        passphrase = Optional.of(Secret.of("the first passphrase of all"));
        work();
        try (StationStore store = open()) {
            StationKey key = store.key().orElseThrow();
            assertThrows(StoreException.class, () -> key.replace(Optional.empty()));
            assertThrows(StoreException.class, () -> key.replace(Optional.of(Secret.of("short"))));
            assertIntact(store);
            assertEquals(
                    1,
                    key.replace(Optional.of(Secret.of("another passphrase, the second")))
                            .secrets());
        }
        assertThrows(StoreException.class, () -> {
            try (StationStore store = open()) {
                store.requests().list();
            }
        });
        passphrase = Optional.of(Secret.of("another passphrase, the second"));
        try (StationStore store = open()) {
            assertIntact(store);
        }
    }

    @Test
    void killedBetweenTheCommitAndTheNewPlaceOfTheFile() {
        work();
        try (StoreContext station = new StoreContext(home, new PassphraseKey(Optional::empty))) {
            MasterKey key = station.masterKey();
            new StationRekey(station).reencrypt(key.seal(), key.makeNext(Optional.empty()));
        }
        assertTrue(Files.exists(home.resolve("station.key.new")));
        try (StationStore store = open()) {
            assertIntact(store);
        }
        assertFalse(Files.exists(home.resolve("station.key.new")));
    }

    /** A row of another program must not get a MAC of ours by it. */
    @Test
    void changedRowIsNamedAndNothingIsReplaced() throws Exception {
        work();
        byte[] before = Files.readAllBytes(home.resolve("station.key"));
        change("UPDATE recipient SET user_id = 'ceo' WHERE position = 2");
        try (StationStore store = open()) {
            StationKey key = store.key().orElseThrow();
            StoreException refusal = assertThrows(StoreException.class, () -> key.replace(Optional.empty()));
            assertTrue(refusal.getMessage().startsWith("Person 2"), refusal.getMessage());
        }
        assertTrue(Arrays.equals(before, Files.readAllBytes(home.resolve("station.key"))));
        change("UPDATE recipient SET user_id = '' WHERE position = 2");
        try (StationStore store = open()) {
            assertIntact(store);
        }
    }

    private void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
