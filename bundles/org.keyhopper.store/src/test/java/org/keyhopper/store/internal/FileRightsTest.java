package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.metadata.MetadataFile;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.Samples;
import org.keyhopper.store.StationStore;

/** The files of a store and their folder are of their owner only. */
class FileRightsTest {

    private static final Secret SECRET = Secret.of("correct-horse-482913");

    private static final DirectoryAccount ENTRA = new DirectoryAccount(
            "contoso", "entra", new Settings(Map.of("tenant", "contoso", "loginUrl", "https://login.example")));

    @TempDir
    Path home;

    @Test
    void filesArePrivateToTheirOwner() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path folder = home.resolve("new");
        try (StationStore store = StationStore.open(folder)) {
            keepSomethingOfEverything(store);
            assertEquals("rwx------", rights(folder));
            assertEquals("rwx------", rights(folder.resolve("running")));
            assertNoFileIsReadableForOthers(folder);
        }
        assertNoFileIsReadableForOthers(folder);
    }

    @Test
    void filesArePrivateInAReadableFolder() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path open = Files.createDirectory(home.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (StationStore store = StationStore.open(open)) {
            keepSomethingOfEverything(store);
            assertNoFileIsReadableForOthers(open);
        }
        assertNoFileIsReadableForOthers(open);
    }

    @Test
    void folderThatOthersCanWriteToIsRefused() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        for (String mode : List.of("rwxrwx---", "rwxr-xrwx")) {
            Path open = Files.createDirectory(home.resolve(mode));
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(mode));
            StoreException refusal = assertThrows(
                    StoreException.class, () -> StationStore.open(open).close());
            assertTrue(refusal.getMessage().contains("chmod go-w"), refusal.getMessage());
        }
    }

    /**
     * Their permissions are set once, at this point: the log is still empty, and they remain for the lifetime of the
     * connection.
     */
    @Test
    void sideFilesExistOnceConnected() throws IOException, SQLException {
        SqliteDialect dialect = new SqliteDialect(home.resolve("station.db"));
        for (int again = 0; again < 2; again++) {
            try (Connection connection = dialect.connect()) {
                assertEquals(0, Files.size(home.resolve("station.db-wal")), connection::toString);
                assertTrue(Files.exists(home.resolve("station.db-shm")));
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE TABLE kept" + again + " (value TEXT)");
                }
            }
        }
    }

    private static void keepSomethingOfEverything(StationStore store) {
        RequestId request = Samples.request(store.requests(), 1).id();
        store.accounts().secretsOf(ENTRA).put("clientSecret", SECRET);
        store.metadata().save(new MetadataFile(new byte[] {1}, Optional.empty()));
        assertTrue(store.requests().claim(new RecipientId(request, 1)).isPresent());
    }

    private static void assertNoFileIsReadableForOthers(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertEquals("rw-------", rights(file), file::toString);
            }
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
