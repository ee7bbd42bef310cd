package org.keyhopper.printer.evolis.protocol;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.ByteStream;
import org.keyhopper.printer.support.Pause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A named pipe of Windows, opened as a file. Asynchronous, since only then can a read be cancelled. */
final class NamedPipeStream implements ByteStream {

    private static final Logger LOG = LoggerFactory.getLogger(NamedPipeStream.class);
    private static final int CHUNK = 4096;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(100);

    private final AsynchronousFileChannel pipe;
    private ByteBuffer received = ByteBuffer.allocate(0);

    private NamedPipeStream(AsynchronousFileChannel pipe) {
        this.pipe = pipe;
    }

    /** Opens a pipe; if all its instances are in use, waits for one for five seconds at most. */
    static ByteStream open(Path name, Deadline deadline) throws IOException, InterruptedException {
        Deadline soon = deadline.remaining().compareTo(CONNECT_TIMEOUT) < 0 ? deadline : Deadline.in(CONNECT_TIMEOUT);
        while (true) {
            try {
                return new NamedPipeStream(
                        AsynchronousFileChannel.open(name, StandardOpenOption.READ, StandardOpenOption.WRITE));
            } catch (NoSuchFileException | AccessDeniedException e) {
                throw e;
            } catch (FileSystemException e) {
                if (soon.hasPassed()) {
                    throw e;
                }
                Pause.of(RETRY_INTERVAL, soon);
            }
        }
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws IOException, InterruptedException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            within(deadline, pipe.write(left, 0));
        }
    }

    @Override
    public int read(Deadline deadline) throws IOException, InterruptedException {
        while (!received.hasRemaining()) {
            ByteBuffer next = ByteBuffer.allocate(CHUNK);
            if (within(deadline, pipe.read(next, 0)) < 0) {
                return -1;
            }
            received = next.flip();
        }
        return received.get() & 0xFF;
    }

    @Override
    public void close() {
        try {
            pipe.close();
        } catch (IOException e) {
            LOG.debug("closing", e);
        }
    }

    private static int within(Deadline deadline, Future<Integer> access) throws IOException, InterruptedException {
        try {
            return access.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("no response from the pipe");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        }
    }
}
