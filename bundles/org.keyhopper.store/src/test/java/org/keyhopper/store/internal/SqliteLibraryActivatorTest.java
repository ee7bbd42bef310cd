package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;
import org.sqlite.util.LibraryLoaderUtil;

final class SqliteLibraryActivatorTest {

    private final URL packed = JDBC.class.getResource(
            LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName());

    @TempDir
    Path folder;

    @Test
    void libraryIsUnpackedOnce() throws IOException {
        Path kept = folder.resolve("1.0").resolve("library");
        SqliteLibraryActivator.keep(packed, kept);
        assertArrayEquals(content(), Files.readAllBytes(kept));
        assertEquals(List.of("library"), names(kept.getParent()));

        FileTime earlier = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(kept, earlier);
        SqliteLibraryActivator.keep(packed, kept);
        assertEquals(earlier, Files.getLastModifiedTime(kept));
    }

    @Test
    void libraryThatIsNotWholeIsUnpackedAgain() throws IOException {
        Path kept = folder.resolve("library");
        Files.write(kept, Arrays.copyOf(content(), 4096));
        SqliteLibraryActivator.keep(packed, kept);
        assertArrayEquals(content(), Files.readAllBytes(kept));
    }

    private byte[] content() throws IOException {
        try (InputStream in = packed.openStream()) {
            return in.readAllBytes();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
