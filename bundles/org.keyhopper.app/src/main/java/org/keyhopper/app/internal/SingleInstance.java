package org.keyhopper.app.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.keyhopper.ui.model.link.ProvisionLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ensures one desktop instance per home directory, and one rehearsal. The first instance holds a file lock, which the
 * operating system releases however the process ends. A later instance passes its link to the first through a socket
 * in the home directory and exits.
 */
final class SingleInstance implements AutoCloseable {

    /** The outcome of a start. */
    enum Start {
        /** This is the first instance, which opens the window. */
        FIRST,
        /** Another instance has taken the link. */
        PASSED_ON,
        /** Another instance is running but does not respond. */
        UNANSWERED
    }

    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    /** Strong references to the channels of held locks: closing a garbage-collected channel would release its lock. */
    private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

    private final Path lockFile;
    private final LinkSocket socket;
    private Optional<FileChannel> lock = Optional.empty();

    /**
     * Does not acquire anything yet.
     *
     * @param name of the lock file and the socket in the home directory
     */
    SingleInstance(Path home, String name) {
        lockFile = home.resolve(name + ".lock");
        socket = new LinkSocket(home.resolve(name + ".socket"));
    }

    /**
     * Becomes the first instance or passes the link on. Blocks for at most {@code timeout}, and only while another
     * instance is starting, exiting or unresponsive.
     */
    Start start(Optional<ProvisionLink> link, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            if (tryLock()) {
                return Start.FIRST;
            }
            if (passOn(link)) {
                return Start.PASSED_ON;
            }
            if (System.nanoTime() > end) {
                return Start.UNANSWERED;
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    /** Passes the link to the first instance, if there is one. */
    boolean passOn(Optional<ProvisionLink> link) {
        return socket.offer(link.map(ProvisionLink::address).orElse(""));
    }

    /**
     * Accepts the links of later instances, each on its own thread. If that is impossible in this home directory,
     * later instances open their own windows.
     *
     * @param handler shows a link, or the window if there is none; returns false if the link is not for this instance
     */
    void listen(Predicate<Optional<ProvisionLink>> handler) {
        try {
            socket.listen(address -> handler.test(ProvisionLink.in(address)));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("Later instances will open their own windows: {}", e.getMessage());
            close();
        }
    }

    /** Acquires the lock. Where the file system supports no locks, every start becomes a first instance. */
    private boolean tryLock() {
        try {
            Files.createDirectories(lockFile.getParent());
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (hasLocked(channel)) {
                HELD.add(channel);
                lock = Optional.of(channel);
                return true;
            }
            channel.close();
            return false;
        } catch (IOException e) {
            LOG.info("The home directory does not support locks: {}", e.getMessage());
            return true;
        }
    }

    private static boolean hasLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        socket.close();
        lock.ifPresent(SingleInstance::release);
        lock = Optional.empty();
    }

    private static void release(FileChannel channel) {
        HELD.remove(channel);
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("The lock cannot be released: {}", e.getMessage());
        }
    }
}
