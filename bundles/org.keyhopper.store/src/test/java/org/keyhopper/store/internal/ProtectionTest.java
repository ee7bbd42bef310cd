package org.keyhopper.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.MasterKeySource;
import org.keyhopper.store.Samples;
import org.keyhopper.store.StationStore;

class ProtectionTest {

    private static final Secret SECRET = Secret.of("correct-horse-482913");

    private static final DirectoryAccount ENTRA = new DirectoryAccount(
            "contoso", "entra", new Settings(Map.of("tenant", "contoso", "loginUrl", "https://login.example")));

    @TempDir
    Path home;

    @Test
    void noFileContainsSecretsInPlaintext() throws IOException {
        try (StationStore store = StationStore.open(home)) {
            RequestId request = Samples.request(store.requests(), 1).id();
            RecipientId recipient = new RecipientId(request, 1);
            Claim claim = store.requests().claim(new RecipientId(request, 1)).orElseThrow();
            CeremonyId ceremony = store.journal().open(claim, recipient, Map.of("marker", "plain-fact"));
            store.pins().propose(claim, ceremony, recipient, SECRET);
            store.pins().confirm(claim, ceremony);
            store.pins().show(recipient, "Kim");
            store.accounts().secretsOf(ENTRA).put("clientSecret", SECRET);
            assertTrue(standsInAFile("plain-fact"));
            assertFalse(standsInAFile("correct-horse-482913"));
        }
        assertFalse(standsInAFile("correct-horse-482913"));
    }

    @Test
    void keyFileReadableByOthersIsRefused() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        keepWithKeyFile();
        Files.setPosixFilePermissions(home.resolve("station.key"), PosixFilePermissions.fromString("rw-r-----"));
        StoreException refusal = assertThrows(StoreException.class, () -> StationStore.open(home));
        assertTrue(refusal.getMessage().contains("chmod 600"), refusal.getMessage());
    }

    @Test
    void missingKeyFileIsNotRecreated() throws IOException {
        keepWithKeyFile();
        Files.delete(home.resolve("station.key"));
        assertThrows(StoreException.class, this::readWithKeyFile);
        assertFalse(Files.exists(home.resolve("station.key")));
    }

    @Test
    void foreignKeyFileIsDetected() throws IOException {
        keepWithKeyFile();
        byte[] key = Files.readAllBytes(home.resolve("station.key"));
        key[31] ^= 1;
        Files.write(home.resolve("station.key"), key);
        StoreException refusal = assertThrows(StoreException.class, this::readWithKeyFile);
        assertTrue(refusal.getMessage().contains("not the right one"), refusal.getMessage());
        Files.write(home.resolve("station.key"), Arrays.copyOf(key, 31));
        assertThrows(StoreException.class, this::readWithKeyFile);
    }

    @Test
    void onlyTheRightPassphraseOpens() {
        keep(passphrase("open sesame, open sesame"));
        assertEquals(Optional.of(SECRET), read(passphrase("open sesame, open sesame")));
        StoreException wrong = assertThrows(StoreException.class, () -> read(passphrase("open simsim, open simsim")));
        assertTrue(wrong.getMessage().contains("not the right one"), wrong.getMessage());
        StoreException none = assertThrows(StoreException.class, () -> read(noPassphrase()));
        assertTrue(none.getMessage().contains("KEYHOPPER_PASSPHRASE"), none.getMessage());
        assertFalse(Files.exists(home.resolve("station.key")));
    }

    @Test
    void shortPassphraseIsRefusedForANewStation() {
        StoreException refusal = assertThrows(StoreException.class, () -> keep(passphrase("fifteen letters")));
        assertTrue(refusal.getMessage().contains("fewer than 16"), refusal.getMessage());
    }

    /** A station of before has the same salt and proof, and may have a short passphrase. */
    @Test
    void passphraseOfAnEarlierStationOpens() {
        keep(passphrase("sesame").earlier());
        assertEquals(Optional.of(SECRET), read(passphrase("sesame")));
    }

    @Test
    void unusedPassphraseIsRefused() {
        keepWithKeyFile();
        StoreException refusal = assertThrows(StoreException.class, () -> read(passphrase("open sesame, open sesame")));
        assertTrue(refusal.getMessage().contains("without the passphrase"), refusal.getMessage());
        assertThrows(StoreException.class, () -> read(passphrase("")));
    }

    @Test
    void keyStorePrecedesTheKeyFile() {
        MasterKeySource keyStore = new RememberingSource();
        try (StationStore store = StationStore.open(home, keyStore)) {
            store.accounts().secretsOf(ENTRA).put("clientSecret", SECRET);
        }
        try (StationStore store = StationStore.open(home, keyStore)) {
            assertEquals(Optional.of(SECRET), store.accounts().secretsOf(ENTRA).get("clientSecret"));
        }
        assertFalse(Files.exists(home.resolve("station.key")));
        assertThrows(StoreException.class, this::readWithKeyFile);
    }

    @Test
    void changedOrSwappedCiphertextIsRefused() throws SQLException {
        keepWithKeyFile();
        try (StationStore store = StationStore.open(home)) {
            store.accounts().secretsOf(ENTRA).put("other", Secret.of("other"));
        }
        change("UPDATE secret SET sealed = (SELECT sealed FROM secret WHERE name = 'other')");
        assertThrows(StoreException.class, this::readWithKeyFile);
        for (String broken : List.of("AQID", "no base64!", "")) {
            change("UPDATE secret SET sealed = '" + broken + "'");
            assertThrows(StoreException.class, this::readWithKeyFile);
        }
    }

    @Test
    void everyByteOfTheCiphertextIsAuthenticated() throws Exception {
        AeadCipher seal = new AeadCipher(new byte[32]);
        byte[] sealed =
                java.util.Base64.getDecoder().decode(seal.close(new AssociatedData("a"), "482913".getBytes(UTF_8)));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            String text = java.util.Base64.getEncoder().encodeToString(changed);
            assertThrows(java.security.GeneralSecurityException.class, () -> seal.open(new AssociatedData("a"), text));
        }
    }

    @Test
    void associatedDataIsUnambiguous() {
        assertFalse(Arrays.equals(new AssociatedData("ab", "c").bytes(), new AssociatedData("a", "bc").bytes()));
    }

    private void keepWithKeyFile() {
        keep(noPassphrase());
    }

    private Optional<Secret> readWithKeyFile() {
        return read(noPassphrase());
    }

    private void keep(PassphraseKey passphrase) {
        try (StoreContext station = new StoreContext(home, passphrase)) {
            new SqlDirectoryAccounts(station).secretsOf(ENTRA).put("clientSecret", SECRET);
        }
    }

    private Optional<Secret> read(PassphraseKey passphrase) {
        try (StoreContext station = new StoreContext(home, passphrase)) {
            return new SqlDirectoryAccounts(station).secretsOf(ENTRA).get("clientSecret");
        }
    }

    private static PassphraseKey passphrase(String text) {
        return new PassphraseKey(() -> Optional.of(Secret.of(text)));
    }

    private static PassphraseKey noPassphrase() {
        return new PassphraseKey(Optional::empty);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean standsInAFile(String text) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Replaces the operating system's key store. */
    private static final class RememberingSource implements MasterKeySource {

        private final Map<String, byte[]> keys = new java.util.HashMap<>();

        @Override
        public String id() {
            return "test-key-store";
        }

        @Override
        public String description() {
            return "the key store of the test";
        }

        @Override
        public Optional<byte[]> create(byte[] station) {
            byte[] key = new byte[32];
            Arrays.fill(key, (byte) 7);
            keys.put(Arrays.toString(station), key);
            return find(station);
        }

        @Override
        public Optional<byte[]> find(byte[] station) {
            return Optional.ofNullable(keys.get(Arrays.toString(station))).map(byte[]::clone);
        }
    }
}
