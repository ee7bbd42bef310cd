package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.core.metadata.MetadataFile;
import org.keyhopper.core.request.StoreException;

class MetadataFolderTest {

    @TempDir
    Path home;

    @Test
    void metadataIsPersistentAndReplaceable() throws IOException {
        MetadataFile ofAlliance = new MetadataFile(new byte[] {'a', '\n', 'b'}, Optional.empty());
        MetadataFile own =
                new MetadataFile(new byte[] {'c'}, Optional.of(new byte[] {10, 0, -1}), Map.of("fido", 7, "ab12", 3));
        try (StationStore store = StationStore.open(home)) {
            assertEquals(Optional.empty(), store.metadata().load());
            assertEquals("", store.metadata().version());
            store.metadata().save(ofAlliance);
            assertEquals(Optional.of(ofAlliance), store.metadata().load());
            String first = store.metadata().version();
            store.metadata().save(own);
            assertNotEquals(first, store.metadata().version());
        }
        try (StationStore store = StationStore.open(home);
                Stream<Path> files = Files.list(home)) {
            assertEquals(Optional.of(own), store.metadata().load());
            assertEquals(
                    1,
                    files.filter(file -> file.getFileName().toString().startsWith("metadata"))
                            .count());
        }
    }

    @Test
    void damagedFileIsReported() throws IOException {
        Files.writeString(home.resolve("metadata"), "???\nx");
        try (StationStore store = StationStore.open(home)) {
            assertThrows(StoreException.class, () -> store.metadata().load());
        }
    }
}
