package org.keyhopper.central.portal.internal.request;

import com.google.gson.Gson;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ChunkedOutput;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events (HTML, section 9.2) with a part of a page whenever it has changed, each to one browser, until the stream
 * is some minutes old: the browser then connects again, and is authenticated again. A part is read once after each change,
 * however many browsers show it. Thread-safe.
 */
public final class LiveEvents implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(LiveEvents.class);

    /** The most streams of this process. */
    private static final int MOST = 500;

    private static final Duration LIFE = Duration.ofMinutes(5);

    /** Below the time after which proxies close a connection on which nothing is sent, such as 60 seconds. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final LiveChanges changes;
    private final Set<Thread> streams = ConcurrentHashMap.newKeySet();
    private final Map<Object, Part> parts = new ConcurrentHashMap<>();
    private final Gson json = new Gson();
    private volatile boolean closed;

    /**
     * Creates one without streams.
     *
     * @param revision returns another text after each change of a request; blocking on the database
     */
    public LiveEvents(Supplier<String> revision) {
        changes = new LiveChanges(revision);
    }

    /** A part as it was read last, as JSON. Guarded by its lock, which a virtual thread waits for without a thread of the system. */
    private static final class Part {

        private final Lock lock = new ReentrantLock();
        private Optional<String> text = Optional.empty();
        private long generation = -1;

        /** Changed by the map only, one at a time. */
        private int streams;

        private Part with(int more) {
            streams += more;
            return streams == 0 ? null : this;
        }
    }

    /** Returns whether there is room for another stream. */
    boolean hasRoom() {
        return !closed && streams.size() < MOST;
    }

    /**
     * Sends to a browser until it leaves.
     *
     * @param shown what is the same for all who get this part
     * @param reading returns the part as it is now; empty if it is not to be seen any more
     */
    void send(ChunkedOutput<String> out, Object shown, Supplier<Optional<String>> reading) {
        Thread thread = Thread.ofVirtual().name("live").unstarted(() -> {
            Part part = parts.compute(shown, (same, found) -> (found == null ? new Part() : found).with(1));
            try (out;
                    LiveChanges.Watch watch = changes.watch()) {
                run(out, watch, generation -> text(part, generation, reading));
            } catch (IOException e) {
                LOGGER.debug("The browser has left", e);
            } catch (StoreException e) {
                LOGGER.warn("The progress of a request cannot be read: {}", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                parts.computeIfPresent(shown, (same, found) -> found.with(-1));
                streams.remove(Thread.currentThread());
            }
        });
        streams.add(thread);
        thread.start();
    }

    private void run(ChunkedOutput<String> out, LiveChanges.Watch watch, LongFunction<Optional<String>> texts)
            throws IOException, InterruptedException {
        out.write("retry: 2000\n\n");
        String sent = null;
        long begun = System.nanoTime();
        long last = begun;
        while (!closed && System.nanoTime() - begun < LIFE.toNanos()) {
            long generation = changes.generation();
            Optional<String> now = texts.apply(generation);
            if (now.isEmpty()) {
                out.write("event: end\ndata: \n\n");
                return;
            }
            if (!now.get().equals(sent)) {
                sent = now.get();
                out.write("event: part\ndata: " + sent + "\n\n");
                last = System.nanoTime();
            } else if (System.nanoTime() - last > HEARTBEAT.toNanos()) {
                out.write(": \n\n");
                last = System.nanoTime();
            }
            watch.await(generation, HEARTBEAT);
        }
    }

    /**
     * Returns the text of this generation, or of a later one. While the database is away it stays as it was; if it was not
     * read yet, the stream ends and the browser connects again.
     */
    private Optional<String> text(Part part, long generation, Supplier<Optional<String>> reading) {
        part.lock.lock();
        try {
            if (part.generation < generation) {
                long reached = changes.generation();
                part.text = reading.get().map(json::toJson);
                part.generation = reached;
            }
            return part.text;
        } catch (StoreException e) {
            if (part.text.isEmpty()) {
                throw e;
            }
            LOGGER.debug("The progress of a request cannot be read", e);
            return part.text;
        } finally {
            part.lock.unlock();
        }
    }

    /** Ends all streams. */
    @Override
    public void close() {
        closed = true;
        streams.forEach(Thread::interrupt);
    }
}
