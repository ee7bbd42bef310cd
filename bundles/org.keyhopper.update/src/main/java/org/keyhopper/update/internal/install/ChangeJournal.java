package org.keyhopper.update.internal.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state before a change, stored in p2's folder while the change is in progress. p2 first records the target state,
 * and last rewrites the configuration read at the next start; if killed in between, it would consider the change
 * completed although the old version runs. Opening the installation rolls back such a change, so that it can be
 * repeated.
 */
final class ChangeJournal {

    private static final String BUNDLES = "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info";

    /** The files read at the next start. */
    private static final List<String> CONFIGURATION = List.of(BUNDLES, "configuration/config.ini");

    private static final Logger LOG = LoggerFactory.getLogger(ChangeJournal.class);

    private final Path product;
    private final ProfileRecords records;
    private final Path folder;

    /**
     * Names the previous profile record; it is written last and deleted first, so that the saved files are complete
     * while it exists.
     */
    private final Path mark;

    ChangeJournal(Path product, ProfileRecords records) {
        this.product = product;
        this.records = records;
        folder = product.resolve("p2/org.keyhopper.update");
        mark = folder.resolve("before");
    }

    /**
     * Executes a change that either completes or is rolled back. If it throws, it was rolled back.
     *
     * @throws IOException of the change, or if the journal could not be written; then nothing was changed
     */
    <T> T execute(Change<T> change) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel channel = lockFile();
                FileLock lock = lock(channel)) {
            if (lock == null) {
                throw new IOException("another process is changing " + product);
            }
            begin();
            T made;
            try {
                made = change.make();
                forceConfiguration();
            } catch (IOException e) {
                rollBack();
                throw e;
            }
            Files.delete(mark);
            return made;
        }
    }

    /**
     * Rolls back an incomplete change, unless it is in progress in another process or the folder is not writable.
     *
     * @return whether bundles of the new version may be in use already
     */
    boolean rollBackUnfinished() throws IOException {
        if (!Files.exists(mark) || !Files.isWritable(folder)) {
            return false;
        }
        try (FileChannel channel = lockFile();
                FileLock lock = lock(channel)) {
            if (lock == null || !Files.exists(mark)) {
                return false;
            }
            LOG.warn("Rolling back an update that was not completed");
            boolean bundlesReplaced = differs(BUNDLES);
            rollBack();
            return bundlesReplaced;
        }
    }

    private void begin() throws IOException {
        for (String file : CONFIGURATION) {
            AtomicFile.write(saved(file), Files.readAllBytes(product.resolve(file)));
        }
        AtomicFile.write(mark, records.newest().getBytes(StandardCharsets.UTF_8));
        forceFolder();
    }

    /** p2 does not flush its files to disk. */
    private void forceConfiguration() throws IOException {
        for (String file : CONFIGURATION) {
            try (FileChannel written = FileChannel.open(product.resolve(file), StandardOpenOption.WRITE)) {
                written.force(true);
            }
        }
    }

    private void rollBack() throws IOException {
        records.renameNewerThan(Files.readString(mark));
        for (String file : CONFIGURATION) {
            restore(file);
        }
        Files.delete(mark);
    }

    private boolean differs(String file) throws IOException {
        Path now = product.resolve(file);
        return Files.notExists(now) || Files.mismatch(saved(file), now) >= 0;
    }

    /**
     * Replaces the file atomically, with a new modification time, by which the start script detects a different
     * version.
     */
    private void restore(String file) throws IOException {
        if (differs(file)) {
            AtomicFile.write(product.resolve(file), Files.readAllBytes(saved(file)));
        }
    }

    private Path saved(String file) {
        return folder.resolve(product.resolve(file).getFileName());
    }

    /** Flushes the directory entries, which not all systems support. */
    private void forceFolder() {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException unsupported) {
            LOG.debug("The folder {} cannot be flushed to disk", folder, unsupported);
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(folder.resolve("change.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Returns null if another process holds the lock; the lock of a killed process is released. */
    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    /** An action that may fail while writing. */
    interface Change<T> {
        T make() throws IOException;
    }
}
