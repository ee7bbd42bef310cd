package org.keyhopper.central.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Passes connections on, and what is sent half of a delay later in each direction. Runs until the process ends. */
final class DelayingRelay {

    private static final int CHUNK = 32 * 1024;

    private record Part(long due, byte[] bytes) {}

    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final int target;
    private final long delayNanos;

    /**
     * Starts it.
     *
     * @param target port of this computer
     * @param delayMillis added to each round trip
     */
    DelayingRelay(int target, int delayMillis) throws IOException {
        this.target = target;
        this.delayNanos = delayMillis * 1_000_000L / 2;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket from = server.accept();
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
                from.setTcpNoDelay(true);
                to.setTcpNoDelay(true);
                relay(from, to);
                relay(to, from);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void relay(Socket from, Socket to) {
        BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> read(from, parts));
        Thread.ofVirtual().start(() -> write(parts, to));
    }

    private void read(Socket from, BlockingQueue<Part> parts) {
        byte[] chunk = new byte[CHUNK];
        try {
            int count = from.getInputStream().read(chunk);
            while (count >= 0) {
                byte[] bytes = new byte[count];
                System.arraycopy(chunk, 0, bytes, 0, count);
                parts.add(new Part(System.nanoTime() + delayNanos, bytes));
                count = from.getInputStream().read(chunk);
            }
        } catch (IOException e) {
            // Closing the stream shows the other side that it has ended.
        }
        parts.add(new Part(System.nanoTime() + delayNanos, new byte[0]));
    }

    private static void write(BlockingQueue<Part> parts, Socket to) {
        try (to) {
            Part part = parts.take();
            while (part.bytes().length > 0) {
                Thread.sleep(java.time.Duration.ofNanos(Math.max(0, part.due() - System.nanoTime())));
                to.getOutputStream().write(part.bytes());
                part = parts.take();
            }
        } catch (IOException e) {
            // It has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
