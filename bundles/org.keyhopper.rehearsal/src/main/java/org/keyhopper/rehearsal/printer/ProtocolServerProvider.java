package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Provides the protocol of one vendor for a machine. {@link CardMachineMain} finds providers with {@link
 * java.util.ServiceLoader} on the class path: a vendor's protocol is part of the tests of the driver.
 */
@ConsumerType
public interface ProtocolServerProvider {

    /** Returns the protocol's name, the value of {@code --skin}. */
    String name();

    /**
     * Starts a server on the loopback interface.
     *
     * @throws IllegalArgumentException if a quirk is unknown
     */
    ProtocolServer open(CardMachine machine, ProtocolOptions options) throws IOException;
}
