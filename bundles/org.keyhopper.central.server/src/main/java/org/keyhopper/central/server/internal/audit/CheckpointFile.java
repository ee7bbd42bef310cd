package org.keyhopper.central.server.internal.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.keyhopper.central.storage.CentralStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a signed checkpoint to a file from time to time, if the trail has grown. The file belongs on another computer. */
public final class CheckpointFile implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(CheckpointFile.class);
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final CentralStore store;
    private final CheckpointKey key;
    private final Path file;
    private final ScheduledExecutorService timer;

    /** Guarded by this. */
    private long last;

    private volatile Optional<String> problem = Optional.empty();

    CheckpointFile(CentralStore store, CheckpointKey key, Path file) {
        this.store = store;
        this.key = key;
        this.file = file;
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("audit checkpoints").daemon().factory());
    }

    void start() {
        timer.scheduleWithFixedDelay(this::tryWrite, 0, PERIOD.toSeconds(), TimeUnit.SECONDS);
    }

    private void tryWrite() {
        try {
            write();
            problem = Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOGGER.error("The checkpoint of the audit trail was not written to {}", file, e);
            problem = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Writes a checkpoint of the newest entry, unless there is one already. */
    synchronized void write() throws IOException {
        Optional<Checkpoint> newest =
                store.write(in -> in.audit().after(in.cursors().newest() - 1, 1).stream()
                        .findFirst()
                        .map(entry -> new Checkpoint(entry.number(), entry.hash(), in.now())));
        if (newest.isPresent() && newest.get().number() != last) {
            AppendedFile.append(file, key.sign(newest.get()) + "\n");
            last = newest.get().number();
        }
    }

    /** Returns why the last one was not written. */
    public Optional<String> problem() {
        return problem;
    }

    /** Writes the last one. */
    @Override
    public void close() {
        timer.shutdownNow();
        tryWrite();
    }
}
