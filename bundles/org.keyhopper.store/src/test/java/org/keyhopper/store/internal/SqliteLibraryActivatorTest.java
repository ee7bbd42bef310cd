package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;
import org.sqlite.util.LibraryLoaderUtil;

final class SqliteLibraryActivatorTest {

    @TempDir
    Path folder;

    @Test
    void libraryIsUnpackedWhole() throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        Path kept = folder.resolve("1.0").resolve(name);
        assertTrue(SqliteLibraryActivator.unpack(name, kept));
        assertArrayEquals(content(name), Files.readAllBytes(kept));
        assertEquals(List.of(name), names(kept.getParent()));
    }

    @Test
    void nothingIsKeptOfLibraryThatTheDriverDoesNotHave() throws IOException {
        assertFalse(SqliteLibraryActivator.unpack("library", folder.resolve("library")));
        assertEquals(List.of(), names(folder));
    }

    private static byte[] content(String name) throws IOException {
        String packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream in = JDBC.class.getResourceAsStream(packed)) {
            return in.readAllBytes();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
