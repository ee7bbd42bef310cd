package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.core.request.StoreException;

/**
 * Represents a process by a locked file, which the operating system unlocks when the process ends in any way. More
 * reliable than a process id, which is reused and has no meaning in another container.
 */
final class FileLiveness implements Liveness {

    /**
     * The tokens of this virtual machine. Their files must not be opened a second time: closing any channel of a file
     * releases all locks of the process on it.
     */
    private static final Set<String> OWN_TOKENS = ConcurrentHashMap.newKeySet();

    private final Path folder;

    /** Set together; guarded by this. */
    private String token;

    private FileChannel channel;

    FileLiveness(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized String token() {
        if (token == null) {
            PrivateFiles.folder(folder);
            String fresh = UUID.randomUUID().toString();
            Path file = folder.resolve(fresh);
            PrivateFiles.touch(file);
            channel = locked(file);
            OWN_TOKENS.add(fresh);
            token = fresh;
        }
        return token;
    }

    @Override
    public boolean lives(Transaction in, String other) {
        if (OWN_TOKENS.contains(other)) {
            return true;
        }
        Path file = folder.resolve(other);
        try (FileChannel probe = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = probe.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(file);
            }
            return lock == null;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new StoreException("It cannot be told whether another Keyhopper is running: " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        if (token != null) {
            try {
                channel.close();
                Files.deleteIfExists(folder.resolve(token));
            } catch (IOException e) {
                throw new StoreException("A file of the station's data cannot be removed: " + folder.resolve(token), e);
            } finally {
                OWN_TOKENS.remove(token);
                token = null;
            }
        }
    }

    private static FileChannel locked(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new StoreException("Another program uses a file of the station's data: " + file);
            }
            return channel;
        } catch (IOException e) {
            throw new StoreException("The folder of the station's data does not allow files to be locked: " + file, e);
        }
    }
}
