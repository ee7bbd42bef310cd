package org.keyhopper.rehearsal.authenticator.card;

import java.io.IOException;
import java.util.Optional;

/** A device that was put in somewhere: a card into a reader, a key into a port. */
public interface Inserted extends AutoCloseable {

    /** Why it is out; empty while it is in. */
    Optional<Ending> ending();

    /** Takes the device out and waits until its thread has ended. Again is harmless. */
    @Override
    void close() throws IOException;

    /**
     * Why a device is no longer where it was put.
     *
     * @param kind the kind of end
     * @param message for a log
     */
    record Ending(Kind kind, String message) {
        /** Kinds of end. */
        public enum Kind {
            /** Taken out by {@link Inserted#close}. */
            REMOVED,
            /** A fault pulled it. */
            PULLED,
            /** The reader or port went away. */
            READER_GONE,
            /** The device failed in an unforeseen way. */
            BROKEN
        }
    }
}
