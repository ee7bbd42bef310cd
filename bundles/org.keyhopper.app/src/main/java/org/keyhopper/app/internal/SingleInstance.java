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
 * One desktop for each home, and one rehearsal. Who holds a lock in the home is the first; the operating system lets it go
 * whatever way that process ends. A later start hands its link to the first, through a socket in the home, and ends.
 */
final class SingleInstance implements AutoCloseable {

    /** What became of a start. */
    enum Start {
        /** There was no other: this one opens the window. */
        FIRST,
        /** Another one took it over. */
        HANDED_ON,
        /** There is another one, which does not answer. */
        UNANSWERED
    }

    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    /** The channels of locks that are held: one that nobody refers to is closed, and its lock let go, in the middle of work. */
    private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

    private final Path lockFile;
    private final LinkSocket socket;
    private Optional<FileChannel> lock = Optional.empty();

    /**
     * Makes one end of the agreement; nothing is done yet.
     *
     * @param name of the lock and the socket in the home
     */
    SingleInstance(Path home, String name) {
        lockFile = home.resolve(name + ".lock");
        socket = new LinkSocket(home.resolve(name + ".socket"));
    }

    /**
     * Becomes the first, or hands the link on. Blocks no longer than {@code patience}, and only while another one is
     * starting, ending or stuck.
     */
    Start start(Optional<ProvisionLink> link, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            if (lead()) {
                return Start.FIRST;
            }
            if (handOn(link)) {
                return Start.HANDED_ON;
            }
            if (System.nanoTime() > end) {
                return Start.UNANSWERED;
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    /** Asks the first one, if there is one, to take the link. */
    boolean handOn(Optional<ProvisionLink> link) {
        return socket.offer(link.map(ProvisionLink::address).orElse(""));
    }

    /**
     * Takes the links of later starts, each on a thread of its own. A home where that is impossible is none the worse.
     *
     * @param takes shows a link, or the window when there is none; false when it is not for this desktop
     */
    void listen(Predicate<Optional<ProvisionLink>> takes) {
        try {
            socket.listen(address -> takes.test(ProvisionLink.in(address)));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("Later starts will open a window of their own: {}", e.getMessage());
            close();
        }
    }

    /** Takes the lock. A home where nothing can be locked has no first: each start opens a window. */
    private boolean lead() {
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
            LOG.info("Nothing can be locked in the home: {}", e.getMessage());
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
            LOG.debug("The lock could not be let go: {}", e.getMessage());
        }
    }
}
