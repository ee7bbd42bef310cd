package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.MasterKeySource;

/** Keeps the key in a file of 32 bytes beside the database, readable only by its owner. */
final class KeyFile implements MasterKeySource {

    static final String ID = "key-file";

    private static final int BYTES = 32;

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
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
            if (Files.exists(file) && PrivateFiles.isOpenToOthers(file)) {
                throw new StoreException("Other users of this computer can read the key file " + file
                        + ". Let only its owner read it (Linux: chmod 600; Windows: Properties, Security),"
                        + " then start again.");
            }
        } catch (IOException e) {
            throw new StoreException("The rights of the key file cannot be read: " + file, e);
        }
    }

    /** Flushed to disk before the key is used; concurrent processes create only one file. */
    private void make() {
        PrivateFiles.folder(file.getParent());
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
