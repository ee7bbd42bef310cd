package org.keyhopper.documents;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import org.keyhopper.api.settings.Secret;

/** A new file for letters, which only its owner can read. It is made before PINs are released, and removed if it is not completed. */
public final class LetterFile implements AutoCloseable {

    private static final int LEAST_RESERVE = 8192;
    private static final int RESERVE_DIVISOR = 8;

    private final Path file;
    private boolean complete;

    private LetterFile(Path file) {
        this.file = file;
    }

    /** @throws java.nio.file.FileAlreadyExistsException if the file exists; it is not overwritten */
    public static LetterFile create(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
        return new LetterFile(file);
    }

    /**
     * Writes letters with made-up PINs, and takes some more room than they need: a bad logo or a full disk is known before any PIN is
     * released. {@link #write} replaces them.
     *
     * @param people at least one, from {@link OpenedLetters#madeUp}
     */
    public void prepare(PinLetters letters, Iterator<PinLetter> people, Secret password) throws IOException {
        overwrite(out -> letters.write(people, password, out), true);
    }

    /**
     * Writes the letters, encrypted.
     *
     * @throws UnopenedPinException if a PIN is not opened
     */
    public void write(PinLetters letters, Iterator<PinLetter> people, Secret password) throws IOException {
        overwrite(out -> letters.write(people, password, out), false);
        complete = true;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The blocks that the file has are used again, so that what fitted once fits once more. */
    private void overwrite(Content content, boolean withReserve) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            if (withReserve) {
                out.write(new byte[LEAST_RESERVE + (int) (channel.position() / RESERVE_DIVISOR)]);
                out.flush();
            }
            channel.truncate(channel.position());
            channel.force(true);
        }
    }

    /** Writes a letter to a made-up person. */
    public void writeSample(PinLetters letters) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            letters.writeSample(out);
        }
        complete = true;
    }

    /** @throws IOException if the incomplete file cannot be removed */
    @Override
    public void close() throws IOException {
        if (!complete) {
            Files.deleteIfExists(file);
        }
    }
}
