package org.keyhopper.rehearsal.authenticator.card;

import java.io.IOException;
import java.util.Optional;

/** A device that was inserted: a card into a reader, a key into a port. */
public interface InsertedDevice extends AutoCloseable {

    /** Returns why it was removed; empty while it is inserted. */
    Optional<Ending> ending();

    /** Removes the device and waits until its thread has ended. Idempotent. */
    @Override
    void close() throws IOException;

    /**
     * Why a device is no longer inserted.
     *
     * @param kind the kind of end
     * @param message for the log
     */
    record Ending(Kind kind, String message) {
        /** Kinds of end. */
        public enum Kind {
            /** Removed by {@link InsertedDevice#close}. */
            REMOVED,
            /** Removed by a fault. */
            PULLED,
            /** The reader or port was disconnected. */
            READER_GONE,
            /** The device failed unexpectedly. */
            BROKEN
        }
    }
}
