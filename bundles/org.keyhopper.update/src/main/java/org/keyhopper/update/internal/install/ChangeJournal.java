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
 * What was true before a change, kept in p2's folder while the change is under way. p2 first records what is to be, and
 * last rewrites what the next start reads; killed in between, it would take the change for done although the old version
 * runs. Whoever opens the installation next takes such a change back, so that it can be made again.
 */
final class ChangeJournal {

    private static final String BUNDLES = "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info";

    /** What the next start reads. */
    private static final List<String> CONFIGURATION = List.of(BUNDLES, "configuration/config.ini");

    private static final Logger LOG = LoggerFactory.getLogger(ChangeJournal.class);

    private final Path product;
    private final ProfileRecords records;
    private final Path folder;

    /** Names the record that counted; it is written last and deleted first, so that the others are whole beside it. */
    private final Path mark;

    ChangeJournal(Path product, ProfileRecords records) {
        this.product = product;
        this.records = records;
        folder = product.resolve("p2/org.keyhopper.update");
        mark = folder.resolve("before");
    }

    /**
     * Makes a change that is either finished or takes itself back. When it throws, it is taken back here.
     *
     * @throws IOException what the change throws, or when nothing could be noted; then nothing was changed
     */
    <T> T around(Change<T> change) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel channel = lockFile();
                FileLock lock = lock(channel)) {
            if (lock == null) {
                throw new IOException("another process changes " + product);
            }
            begin();
            T made;
            try {
                made = change.make();
                forceConfiguration();
            } catch (IOException e) {
                takeBack();
                throw e;
            }
            Files.delete(mark);
            return made;
        }
    }

    /**
     * Takes back what was begun and not finished, unless it is going on in another process or may not be written.
     *
     * @return whether the new version's bundles may be in use already
     */
    boolean takeBackUnfinished() throws IOException {
        if (!Files.exists(mark) || !Files.isWritable(folder)) {
            return false;
        }
        try (FileChannel channel = lockFile();
                FileLock lock = lock(channel)) {
            if (lock == null || !Files.exists(mark)) {
                return false;
            }
            LOG.warn("An update was killed before it was finished: it is taken back");
            boolean switched = differs(BUNDLES);
            takeBack();
            return switched;
        }
    }

    private void begin() throws IOException {
        for (String file : CONFIGURATION) {
            AtomicFile.write(kept(file), Files.readAllBytes(product.resolve(file)));
        }
        AtomicFile.write(mark, records.newest().getBytes(StandardCharsets.UTF_8));
        forceFolder();
    }

    /** p2 leaves it to the system when what it wrote reaches the disk. */
    private void forceConfiguration() throws IOException {
        for (String file : CONFIGURATION) {
            try (FileChannel written = FileChannel.open(product.resolve(file), StandardOpenOption.WRITE)) {
                written.force(true);
            }
        }
    }

    private void takeBack() throws IOException {
        records.putAsideNewerThan(Files.readString(mark));
        for (String file : CONFIGURATION) {
            restore(file);
        }
        Files.delete(mark);
    }

    private boolean differs(String file) throws IOException {
        Path now = product.resolve(file);
        return Files.notExists(now) || Files.mismatch(kept(file), now) >= 0;
    }

    /** In one step, and with a new time: the start script sees by it that another version was installed. */
    private void restore(String file) throws IOException {
        if (differs(file)) {
            AtomicFile.write(product.resolve(file), Files.readAllBytes(kept(file)));
        }
    }

    private Path kept(String file) {
        return folder.resolve(product.resolve(file).getFileName());
    }

    /** So that the names of the files outlast a power cut as well; not every system opens folders. */
    private void forceFolder() {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException unsupported) {
            LOG.debug("The folder {} cannot be forced to the disk", folder, unsupported);
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(folder.resolve("change.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Returns null when somebody else holds it; the lock of a process that was killed is free. */
    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    /** Something that may fail while it writes. */
    interface Change<T> {
        T make() throws IOException;
    }
}
