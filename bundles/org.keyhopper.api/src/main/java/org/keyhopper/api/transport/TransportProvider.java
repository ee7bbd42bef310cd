package org.keyhopper.api.transport;

import org.osgi.annotation.versioning.ConsumerType;

/** One way to reach devices: PC/SC, USB HID, … Registered as an OSGi service; may come and go while we run. */
@ConsumerType
public interface TransportProvider {

    /** Returns a short stable name, such as {@code pcsc}. Fast. */
    String id();

    /**
     * Starts watching. Fast: the work is done on a thread of the provider. The listener hears the present state once
     * soon, then every change, on that one thread and in order. Failures of the operating system's service are states,
     * and the provider keeps trying until the watch is closed.
     */
    Watch watch(TransportListener listener);

    /** Hears the whole state at every change. Returns quickly. */
    @FunctionalInterface
    interface TransportListener {
        void changed(TransportState state);
    }

    /** A running watch. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        /** Stops watching; no call to the listener begins after it returned. Idempotent. */
        @Override
        void close();
    }
}
