package org.keyhopper.printer.support;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.keyhopper.api.transport.Deadline;

/**
 * A printer-class device file such as {@code /dev/usb/lp0}. It is opened separately for each write and read, as in the
 * one program known to work. Each access runs on a thread of its own, since opening and reading may block beyond any
 * deadline.
 */
public final class DeviceFileStream implements ByteStream {

    private static final int CHUNK = 4096;
    private static final Duration BETWEEN_READS = Duration.ofMillis(50);

    private final Path file;
    private ByteBuffer received = ByteBuffer.allocate(0);

    public DeviceFileStream(Path file) {
        this.file = file;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws IOException, InterruptedException {
        received = ByteBuffer.allocate(0);
        within(deadline, () -> {
            try (FileChannel out = opened()) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    out.write(left);
                }
            }
            return bytes.length;
        });
    }

    @Override
    public int read(Deadline deadline) throws IOException, InterruptedException {
        while (!received.hasRemaining()) {
            received = within(deadline, this::chunk);
            if (!received.hasRemaining()) {
                // A read may return nothing while the printer has no data.
                Pause.of(BETWEEN_READS, deadline);
            }
        }
        return received.get() & 0xFF;
    }

    @Override
    public void close() {
        // Nothing stays open between accesses.
    }

    private FileChannel opened() throws NotSentException {
        try {
            return FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new NotSentException(e);
        }
    }

    private ByteBuffer chunk() throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
            in.read(bytes);
            return bytes.flip();
        }
    }

    private static <T> T within(Deadline deadline, Callable<T> access) throws IOException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(access);
        Thread.ofPlatform().daemon().name("printer device file").start(task);
        try {
            return task.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("no response from the device file");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            // Interrupting closes the channel on which the thread may be blocked.
            task.cancel(true);
        }
    }
}
