package org.keyhopper.central.portal.internal.request;

import com.google.gson.Gson;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ChunkedOutput;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events (HTML, section 9.2) with a part of a page whenever it has changed, each to one browser, until the stream
 * is some minutes old: the browser then connects again, and is authenticated again. Thread-safe.
 */
public final class LiveEvents implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(LiveEvents.class);

    /** The most streams of this process. */
    private static final int MOST = 500;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LIFE = Duration.ofMinutes(5);

    /** Below the time after which proxies close a connection on which nothing is sent, such as 60 seconds. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Set<Thread> streams = ConcurrentHashMap.newKeySet();
    private final Gson json = new Gson();
    private volatile boolean closed;

    /** Returns whether there is room for another stream. */
    boolean hasRoom() {
        return !closed && streams.size() < MOST;
    }

    /**
     * Sends to a browser until it leaves.
     *
     * @param part returns the part as it is now; empty if the browser is not to see it any more
     */
    void send(ChunkedOutput<String> out, Supplier<Optional<String>> part) {
        Thread thread = Thread.ofVirtual().name("live").unstarted(() -> {
            try (out) {
                run(out, part);
            } catch (IOException e) {
                LOGGER.debug("The browser has left", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                streams.remove(Thread.currentThread());
            }
        });
        streams.add(thread);
        thread.start();
    }

    private void run(ChunkedOutput<String> out, Supplier<Optional<String>> part)
            throws IOException, InterruptedException {
        out.write("retry: 2000\n\n");
        String sent = null;
        long begun = System.nanoTime();
        long last = begun;
        while (!closed && System.nanoTime() - begun < LIFE.toNanos()) {
            Optional<String> now = read(part, sent);
            if (now.isEmpty()) {
                out.write("event: end\ndata: \n\n");
                return;
            }
            if (!now.get().equals(sent)) {
                sent = now.get();
                out.write("event: part\ndata: " + json.toJson(sent) + "\n\n");
                last = System.nanoTime();
            } else if (System.nanoTime() - last > HEARTBEAT.toNanos()) {
                out.write(": \n\n");
                last = System.nanoTime();
            }
            Thread.sleep(PAUSE);
        }
    }

    /** While the database is away, nothing changes. */
    private static Optional<String> read(Supplier<Optional<String>> part, String sent) {
        try {
            return part.get();
        } catch (StoreException e) {
            LOGGER.warn("The progress of a request cannot be read: {}", e.getMessage());
            return Optional.of(sent == null ? "" : sent);
        }
    }

    /** Ends all streams. */
    @Override
    public void close() {
        closed = true;
        streams.forEach(Thread::interrupt);
    }
}
