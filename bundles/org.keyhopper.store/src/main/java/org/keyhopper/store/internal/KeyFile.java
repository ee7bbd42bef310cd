package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.MasterKeySource;

/**
 * Keeps the key in a file of 32 bytes, readable only by its owner. A key that replaces it is written beside it first, and
 * takes its place when the database uses it.
 */
final class KeyFile implements MasterKeySource {

    static final String ID = "key-file";

    private static final int BYTES = 32;

    private static final DateTimeFormatter RETIRED =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Path file;
    private final boolean isCredential;

    KeyFile(Path file) {
        this(file, false);
    }

    private KeyFile(Path file, boolean isCredential) {
        this.file = file;
        this.isCredential = isCredential;
    }

    /** Returns that of a file, which may be a credential of systemd: those are kept from others by their mount. */
    static KeyFile of(Path file) {
        String credentials = System.getenv("CREDENTIALS_DIRECTORY");
        return new KeyFile(file, credentials != null && file.toAbsolutePath().startsWith(credentials));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String description() {
        return "the key file " + file;
    }

    /** Uses an existing file, if any. */
    @Override
    public Optional<byte[]> create(byte[] station) {
        if (!Files.exists(file)) {
            make();
        }
        return find(station);
    }

    @Override
    public Optional<byte[]> find(byte[] station) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        refuseIfOpenToOthers();
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new StoreException("The key file cannot be read: " + file, e);
        }
    }

    /** Refuses an existing key file that others could have read. */
    void refuseIfOpenToOthers() {
        try {
            if (!isCredential && Files.exists(file) && PrivateFiles.isOpenToOthers(file)) {
                throw new StoreException("Other users of this computer can read the key file " + file
                        + ". Let only its owner read it (Linux: chmod 600; Windows: Properties, Security),"
                        + " then start again.");
            }
        } catch (IOException e) {
            throw new StoreException("The rights of the key file cannot be read: " + file, e);
        }
    }

    /** Writes a new key beside the file, to be used from {@link #adoptNext} on; one that was left is replaced. */
    byte[] makeNext() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            write(next(), key);
            return key;
        } catch (IOException e) {
            Arrays.fill(key, (byte) 0);
            throw new StoreException("The new key cannot be written: " + next(), e);
        }
    }

    /** Returns the key beside the file, to be wiped by the caller. */
    Optional<byte[]> readNext() {
        try {
            return Files.exists(next()) ? Optional.of(Files.readAllBytes(next())) : Optional.empty();
        } catch (IOException e) {
            throw new StoreException("The new key cannot be read: " + next(), e);
        }
    }

    /** Puts the key beside the file in its place. The old one stays under another name, for backups made with it. */
    Path adoptNext() {
        Path old = file.resolveSibling(file.getFileName() + "." + RETIRED.format(Instant.now()));
        try {
            if (Files.exists(file)) {
                Files.createLink(old, file);
            }
            Files.move(next(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return old;
        } catch (IOException e) {
            throw new StoreException(
                    "The new key is in use, but cannot be put in its place: rename " + next() + " to " + file, e);
        }
    }

    private Path next() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Flushed to disk before the key is used; concurrent processes create only one file. */
    private void make() {
        if (isCredential) {
            return;
        }
        PrivateFiles.folder(file.toAbsolutePath().getParent());
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path whole = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            write(whole, key);
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new StoreException("The key file cannot be made: " + file, e);
        } finally {
            Arrays.fill(key, (byte) 0);
            remove(whole);
        }
    }

    private static void write(Path path, byte[] key) throws IOException {
        Files.deleteIfExists(path);
        try (FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PrivateFiles.rights(path, "rw-------"))) {
            PrivateFiles.keepFromOthers(path);
            channel.write(ByteBuffer.wrap(key));
            channel.force(true);
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new StoreException("A copy of the key is left behind; delete it: " + path, e);
        }
    }
}
