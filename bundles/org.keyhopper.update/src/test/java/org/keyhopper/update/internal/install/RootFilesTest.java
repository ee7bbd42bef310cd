package org.keyhopper.update.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RootFilesTest {

    private static final String SCRIPT = "#!/bin/sh\necho new\n";

    @TempDir
    Path folder;

    private Path product;

    @BeforeEach
    void install() throws IOException {
        product = Files.createDirectory(folder.resolve("product"));
    }

    @Test
    void filesAreReplacedAndOthersRemain() throws IOException {
        keep("LICENSE", "old", "rw-r--r--");
        keep("mine", "mine", "rw-r--r--");
        exchange(Map.of("LICENSE", "new", "legal/more", "more"));
        assertEquals("new", content("LICENSE"));
        assertEquals("more", content("legal/more"));
        assertEquals("mine", content("mine"));
        assertFalse(Files.exists(product.resolve("LICENSE.new")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissionsArePreservedOrDerivedFromTheContent() throws IOException {
        keep("keyhopper", "old", "rwxr-x---");
        exchange(Map.of("keyhopper", SCRIPT, "another", SCRIPT, "text", "text"));
        assertEquals("rwxr-x---", permissions("keyhopper"));
        assertEquals("rwxr-xr-x", permissions("another"));
        assertEquals("rw-r--r--", permissions("text"));
    }

    /** Packages may replace files by links to other folders, whose content must not be modified. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkIsReplacedAndNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("70-keyhopper.rules"), "the system's");
        Files.createSymbolicLink(product.resolve("70-keyhopper.rules"), elsewhere);
        exchange(Map.of("70-keyhopper.rules", "new"));
        assertEquals("the system's", Files.readString(elsewhere));
        assertEquals("new", content("70-keyhopper.rules"));
    }

    @Test
    void nothingIsWrittenOutsideTheProduct() {
        assertThrows(IOException.class, () -> exchange(Map.of("../escaped", "x")));
        assertFalse(Files.exists(folder.resolve("escaped")));
    }

    private void keep(String name, String content, String permissions) throws IOException {
        Path file = Files.writeString(product.resolve(name), content);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private void exchange(Map<String, String> files) throws IOException {
        Path archive = folder.resolve("archive");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.US_ASCII));
            }
        }
        new RootFiles(product).exchange(archive);
    }

    private String content(String name) throws IOException {
        return Files.readString(product.resolve(name));
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(product.resolve(name)));
    }
}
