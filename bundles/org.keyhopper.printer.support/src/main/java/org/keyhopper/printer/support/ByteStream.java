package org.keyhopper.printer.support;

import java.io.IOException;
import org.keyhopper.api.transport.Deadline;

/**
 * A bidirectional stream of bytes to a printer. Not thread-safe. After any failure, including a timeout and an
 * interruption, it must not be used further.
 */
public interface ByteStream extends AutoCloseable {

    /** Writes all bytes. Blocking. {@link NotSentException} means that nothing was sent. */
    void write(byte[] bytes, Deadline deadline) throws IOException, InterruptedException;

    /** Returns the next byte, or -1 at the end. Blocking. */
    int read(Deadline deadline) throws IOException, InterruptedException;

    /**
     * Returns whether the peer has closed the connection, where this can be detected without sending. Does not block.
     */
    default boolean hasEnded() {
        return false;
    }

    /** Closes the stream. Idempotent, does not throw. */
    @Override
    void close();

    /** Thrown if nothing was sent to the printer. */
    final class NotSentException extends IOException {

        private static final long serialVersionUID = 1L;

        public NotSentException(IOException cause) {
            super(cause);
        }

        /** Returns the cause. */
        public IOException reason() {
            return (IOException) getCause();
        }
    }

    /** Opens streams to one printer. */
    @FunctionalInterface
    interface Source {
        /** Returns a new stream. Blocking. If it fails, nothing was sent. */
        ByteStream open(Deadline deadline) throws IOException, InterruptedException;
    }
}
