package org.keyhopper.testkit.transport;

import org.keyhopper.api.transport.TransportProvider;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One place for a device, and a FIDO2 device to put there and take away: a simulator, or a person who is told what to
 * do. Begins empty.
 */
@ConsumerType
public interface TransportRig extends AutoCloseable {

    /** Returns the transport under test, always the same one. */
    TransportProvider provider();

    /** Puts the device in. It answers authenticatorGetInfo at least. */
    void insert();

    /** Takes the device away. */
    void remove();

    /** Leaves everything as it was found. */
    @Override
    void close();
}
