package org.keyhopper.central.portal.internal.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.central.portal.internal.download.DownloadFile.Kind;

class DownloadFolderTest {

    /** The SHA-256 of "a". */
    private static final String SUM_OF_A = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

    @TempDir
    Path folder;

    private DownloadFolder downloads() {
        return new DownloadFolder(Optional.of(folder.resolve("packages")));
    }

    private void put(String name, String content) throws Exception {
        Path file = folder.resolve("packages").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void filesAreListedByKindWithTheirChecksums() throws Exception {
        put("keyhopper-sdk-1.0.0.zip", "sdk");
        put("keyhopper_1.0.0_amd64.deb", "a");
        put("keyhopper-1.0.0-windows-x86_64.zip", "w");
        put("keyhopper-1.0.0-macos-aarch64.tar.gz", "m");
        put("keyhopper-1.0.0-linux-x86_64.tar.gz", "l");
        put("keyhopper-central_1.0.0_amd64.deb", "c");
        put("readme.txt", "r");
        List<DownloadFile> files = downloads().list();
        assertEquals(
                List.of(Kind.DEBIAN, Kind.WINDOWS, Kind.LINUX, Kind.MACOS, Kind.SDK, Kind.CENTRAL, Kind.OTHER),
                files.stream().map(DownloadFile::kind).toList());
        assertEquals(SUM_OF_A, files.getFirst().sha256());
        assertEquals(1, files.getFirst().size());
    }

    @Test
    void changedFileHasAnotherChecksum() throws Exception {
        put("a.zip", "b");
        DownloadFolder downloads = downloads();
        String before = downloads.list().getFirst().sha256();
        put("a.zip", "longer");
        assertFalse(before.equals(downloads.list().getFirst().sha256()));
    }

    @Test
    void onlyPlainFilesOfTheFolderAreOffered() throws Exception {
        Files.writeString(folder.resolve("secret"), "s");
        put("good.zip", "g");
        put(".hidden", "h");
        put("sub/inner.zip", "i");
        put("new\nline", "n");
        put("quote\".zip", "q");
        Files.createSymbolicLink(folder.resolve("packages/link.zip"), folder.resolve("secret"));
        DownloadFolder downloads = downloads();
        assertEquals(
                List.of("good.zip"),
                downloads.list().stream().map(DownloadFile::name).toList());
        for (String name : List.of(
                "../secret",
                "..",
                ".",
                "",
                "sub/inner.zip",
                "link.zip",
                ".hidden",
                "good.zip/",
                "/etc/passwd",
                "sub\\..\\..\\secret",
                "good.zip\0")) {
            assertEquals(Optional.empty(), downloads.find(name), name);
        }
    }

    @Test
    void fileWithAnotherChecksumThanListedIsDamaged() throws Exception {
        put("a.zip", "a");
        put("b.zip", "a");
        put("SHA256SUMS", SUM_OF_A + "  a.zip\n" + SUM_OF_A.replace('c', 'd') + " *b.zip\nno checksum\n");
        DownloadFolder downloads = downloads();
        assertEquals(
                List.of(false, true),
                downloads.list().stream().map(DownloadFile::damaged).toList());
        assertTrue(downloads.find("b.zip").isEmpty());
        try (InputStream in =
                downloads.open(downloads.find("a.zip").orElseThrow()).orElseThrow()) {
            assertEquals("a", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void withoutAFolderThereIsNothing() throws Exception {
        assertEquals(List.of(), new DownloadFolder(Optional.empty()).list());
        assertEquals(List.of(), downloads().list());
    }
}
