package org.keyhopper.api.transport;

import org.osgi.annotation.versioning.ConsumerType;

/** A transport to devices, such as PC/SC or USB HID. Registered as an OSGi service that may come and go at runtime. */
@ConsumerType
public interface TransportProvider {

    /** Returns a short stable id, such as {@code pcsc}. Does not block. */
    String id();

    /**
     * Starts watching. Does not block: the work is done on a thread of the provider. The listener is called with the
     * current state and then at every change, on that one thread and in order. Failures of the operating system's
     * service are reported as states, and the provider retries until the watch is closed.
     */
    Watch watch(TransportListener listener);

    /** Receives the complete state at every change. Must return quickly. */
    @FunctionalInterface
    interface TransportListener {
        void changed(TransportState state);
    }

    /** An active watch. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        /** Stops watching; no call of the listener begins after this returns. Idempotent. */
        @Override
        void close();
    }
}
