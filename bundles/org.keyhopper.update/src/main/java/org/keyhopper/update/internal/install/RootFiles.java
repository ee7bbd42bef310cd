package org.keyhopper.update.internal.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files in the product folder: start script, licence, notices. Each is replaced atomically, so that at any time
 * either the old or the new one exists and can be started. Files that the new version lacks remain.
 */
final class RootFiles {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");

    private final Path product;

    RootFiles(Path product) {
        this.product = product;
    }

    /** @param archive the files on the site: a zip file, which contains no permissions */
    void exchange(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        exchange(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
    }

    private void exchange(String name, byte[] content) throws IOException {
        Path file = product.resolve(name).normalize();
        if (!file.startsWith(product)) {
            throw new IOException(name + " would be outside of " + product);
        }
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, content, beside -> allow(beside, permissions(file, content)));
    }

    /** Those of the previous file, if any; otherwise scripts become executable. */
    private static Set<PosixFilePermission> permissions(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && isPosix(file)) {
            return Files.getPosixFilePermissions(file);
        }
        boolean script = new String(content, 0, Math.min(2, content.length), StandardCharsets.US_ASCII).equals("#!");
        return script ? PROGRAM : PLAIN;
    }

    private static void allow(Path file, Set<PosixFilePermission> permissions) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
