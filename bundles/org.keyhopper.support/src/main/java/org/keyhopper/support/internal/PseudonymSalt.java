package org.keyhopper.support.internal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The random salt of the people's codes, without which they are meaningless. It never leaves the station. */
public final class PseudonymSalt {

    private static final String FILE = "support.salt";
    private static final int BYTES = 32;

    private PseudonymSalt() {}

    /** Reads the salt, or creates it once. */
    public static byte[] under(Path home) throws IOException {
        Path file = home.resolve(FILE);
        Files.createDirectories(home);
        try {
            Files.createFile(file, ownerOnly(file));
            byte[] salt = new byte[BYTES];
            new SecureRandom().nextBytes(salt);
            return Files.write(file, salt).equals(file) ? salt : new byte[0];
        } catch (FileAlreadyExistsException e) {
            return Files.readAllBytes(file);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
