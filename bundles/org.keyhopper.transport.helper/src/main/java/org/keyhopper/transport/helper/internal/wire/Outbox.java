package org.keyhopper.transport.helper.internal.wire;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.keyhopper.transport.helper.internal.Log;

/**
 * Sends from a thread of its own. Whoever is interrupted while writing to such a channel closes it, and the interrupt of
 * one device's work must not end that of all; nor does anybody wait for a peer that does not read.
 */
public final class Outbox implements AutoCloseable {

    /** A peer that reads never lets so many gather. */
    private static final int MOST_WAITING = 4096;

    private final Frames frames;
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread;

    public Outbox(Frames frames, String name) {
        this.frames = frames;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Sends it soon, or closes the connection. Does not block. */
    public void send(byte[] frame) {
        if (!waiting.offer(frame)) {
            hangUp();
        }
    }

    /** Stops sending and closes the frames; whoever reads from them hears of it. */
    @Override
    public void close() {
        thread.interrupt();
        hangUp();
    }

    private void run() {
        try {
            while (true) {
                frames.write(waiting.take());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            Log.debug("sending", gone);
            hangUp();
        }
    }

    private void hangUp() {
        try {
            frames.close();
        } catch (IOException closedAnyway) {
            Log.debug("hanging up", closedAnyway);
        }
    }
}
