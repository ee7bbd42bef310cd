package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** A server through which drivers access a machine with the protocol of one vendor. */
@ConsumerType
public interface ProtocolServer extends AutoCloseable {

    /** Returns the port on the loopback interface. */
    int port();

    /** Returns the address for the driver. */
    String address();

    /** Stops listening. Does not affect the machine. */
    @Override
    void close() throws IOException;
}
