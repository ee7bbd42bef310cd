package org.keyhopper.testkit.transport;

import org.keyhopper.api.transport.TransportProvider;
import org.osgi.annotation.versioning.ConsumerType;

/** One reader or port, with a FIDO2 device to insert and remove: simulated, or operated by hand. Starts empty. */
@ConsumerType
public interface TransportRig extends AutoCloseable {

    /** Returns the transport under test, always the same instance. */
    TransportProvider provider();

    /** Inserts the device, which answers at least authenticatorGetInfo. */
    void insert();

    /** Removes the device. */
    void remove();

    /** Releases all resources. */
    @Override
    void close();
}
