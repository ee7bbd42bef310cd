package org.keyhopper.host.internal.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.documents.PinLetter;
import org.keyhopper.documents.PinLetters;
import org.keyhopper.host.internal.output.ProblemLines;

/** A new file for letters, which only its owner can read. It is made before PINs are released, and removed if it is not completed. */
final class LetterFile implements AutoCloseable {

    private final Path file;
    private boolean complete;

    private LetterFile(Path file) {
        this.file = file;
    }

    /** A sealed PIN was not opened. */
    static final class NotOpenedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotOpenedException(Problem problem) {
            super(ProblemLines.of(problem));
        }
    }

    static LetterFile create(Path file) throws InputRefusedException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createFile(file, attributes);
            return new LetterFile(file);
        } catch (FileAlreadyExistsException e) {
            throw new InputRefusedException("The file " + file + " exists and is not overwritten.");
        } catch (IOException e) {
            throw new InputRefusedException("The file " + file + " cannot be written: " + e.getMessage());
        }
    }

    void write(PinLetters letters, Iterator<PinLetter> people, Secret password) throws InputRefusedException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE))) {
            letters.write(people, password, out);
            out.flush();
            complete = true;
        } catch (IOException e) {
            throw new InputRefusedException("The letters cannot be written to " + file + ": " + e.getMessage()
                    + ". The release is recorded; start the command again for the same letters.");
        } catch (NotOpenedException e) {
            throw new InputRefusedException(e.getMessage());
        }
    }

    void writeSample(PinLetters letters) throws InputRefusedException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            letters.writeSample(out);
            complete = true;
        } catch (IOException e) {
            throw new InputRefusedException("The file " + file + " cannot be written: " + e.getMessage());
        }
    }

    @Override
    public void close() throws InputRefusedException {
        if (complete) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new InputRefusedException("The incomplete file " + file + " cannot be removed. Remove it.");
        }
    }
}
