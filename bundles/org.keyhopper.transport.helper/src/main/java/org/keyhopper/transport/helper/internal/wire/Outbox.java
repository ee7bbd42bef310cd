package org.keyhopper.transport.helper.internal.wire;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.keyhopper.transport.helper.internal.Log;

/**
 * Sends frames on a thread of its own. An interrupt while writing would close the channel, and the interrupt of one
 * device's worker must not end the connection of all; neither may a caller block on a peer that does not read.
 */
public final class Outbox implements AutoCloseable {

    /** Never reached while the peer is reading. */
    private static final int MAX_QUEUED = 4096;

    private final FrameChannel frames;
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(MAX_QUEUED);
    private final Thread thread;

    public Outbox(FrameChannel frames, String name) {
        this.frames = frames;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Enqueues the frame, or closes the connection if the queue is full. Does not block. */
    public void send(byte[] frame) {
        if (!waiting.offer(frame)) {
            disconnect();
        }
    }

    /** Stops sending and closes the frame channel, which ends its readers. */
    @Override
    public void close() {
        thread.interrupt();
        disconnect();
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
            disconnect();
        }
    }

    private void disconnect() {
        try {
            frames.close();
        } catch (IOException closedAnyway) {
            Log.debug("closing the connection", closedAnyway);
        }
    }
}
