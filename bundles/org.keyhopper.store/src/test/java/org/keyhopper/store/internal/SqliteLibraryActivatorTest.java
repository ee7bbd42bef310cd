package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void unpackedLibraryIsWhole() throws IOException {
        Path kept = folder.resolve("1.0").resolve("library");
        assertFalse(SqliteLibraryActivator.isWhole(kept));
        SqliteLibraryActivator.keep(packed, kept);
        assertTrue(SqliteLibraryActivator.isWhole(kept));
        assertArrayEquals(content(), Files.readAllBytes(kept));
        assertEquals(List.of("library", "library.size"), names(kept.getParent()));
    }

    @Test
    void truncatedLibraryIsUnpackedAgain() throws IOException {
        Path kept = folder.resolve("library");
        SqliteLibraryActivator.keep(packed, kept);
        Files.write(kept, Arrays.copyOf(content(), 4096));
        assertFalse(SqliteLibraryActivator.isWhole(kept));
        SqliteLibraryActivator.keep(packed, kept);
        assertTrue(SqliteLibraryActivator.isWhole(kept));
        assertArrayEquals(content(), Files.readAllBytes(kept));
    }

    @Test
    void libraryWithoutItsSizeIsUnpackedAgain() throws IOException {
        Path kept = folder.resolve("library");
        Files.write(kept, content());
        assertFalse(SqliteLibraryActivator.isWhole(kept));
        Files.createFile(folder.resolve("library.size"));
        assertFalse(SqliteLibraryActivator.isWhole(kept));
    }

    private byte[] content() throws IOException {
        try (InputStream in = packed.openStream()) {
            return in.readAllBytes();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
