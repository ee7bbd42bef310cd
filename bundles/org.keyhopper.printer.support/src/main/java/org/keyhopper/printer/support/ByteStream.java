package org.keyhopper.printer.support;

import java.io.IOException;
import org.keyhopper.api.transport.Deadline;

/**
 * A stream of bytes to a printer and back. Used by one thread. Every failure, a deadline passed and an interruption among
 * them, leaves it unfit for further use.
 */
public interface ByteStream extends AutoCloseable {

    /** Sends all of it. Blocking. {@link NotSentException} says that not even a part was sent. */
    void write(byte[] bytes, Deadline deadline) throws IOException, InterruptedException;

    /** Returns the next byte, or -1 at the end. Blocking. */
    int read(Deadline deadline) throws IOException, InterruptedException;

    /** Returns whether the other side has hung up meanwhile, where that can be seen without sending anything. Fast. */
    default boolean hasEnded() {
        return false;
    }

    /** Hangs up. Idempotent, does not throw. */
    @Override
    void close();

    /** Nothing reached the printer. */
    final class NotSentException extends IOException {

        private static final long serialVersionUID = 1L;

        public NotSentException(IOException cause) {
            super(cause);
        }

        /** Returns why. */
        public IOException reason() {
            return (IOException) getCause();
        }
    }

    /** Opens wires to one printer. */
    @FunctionalInterface
    interface Source {
        /** Returns a new wire. Blocking. When it fails, nothing was sent. */
        ByteStream open(Deadline deadline) throws IOException, InterruptedException;
    }
}
