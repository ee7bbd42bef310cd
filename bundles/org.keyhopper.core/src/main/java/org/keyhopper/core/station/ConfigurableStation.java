package org.keyhopper.core.station;

import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.core.central.CentralConnector;
import org.keyhopper.core.directory.OutagePauses;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A station whose transports, connectors and printer drivers are added and removed by its creator, also while runs are
 * in progress. Any thread.
 */
@ProviderType
public interface ConfigurableStation extends Station, AutoCloseable {

    void add(TransportProvider transport);

    void remove(TransportProvider transport);

    void add(DirectoryConnector connector);

    /** Removes a connector; directories that it opened stay open until they are closed. */
    void remove(DirectoryConnector connector);

    void add(PrinterDriver driver);

    void remove(PrinterDriver driver);

    void add(CentralConnector connector);

    void remove(CentralConnector connector);

    /** Sets the pauses between two attempts while a directory is not available, for runs started afterwards. */
    void setOutagePauses(OutagePauses pauses);

    /** Closes all devices. Idempotent; does not throw. */
    @Override
    void close();
}
