package org.keyhopper.host.internal;

import java.util.List;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.ProductUpdates;
import org.keyhopper.core.central.CentralConnector;
import org.keyhopper.core.station.Station;
import org.keyhopper.transport.helper.DeviceProxy;

/** The services that commands use, obtained on demand. */
public interface HostServices {

    /** Returns the station of this home directory; opened by the first call. */
    Station station();

    /**
     * Returns the service that makes this process's devices available to a process of another account; opens no
     * station.
     */
    DeviceProxy helper();

    /** Returns the service that updates the product; opens no station. */
    ProductUpdates updates();

    /** Returns the network settings; opens no station. */
    Network network();

    /** Returns the state of the files in the folder {@code dropins}; opens no station. */
    List<DropIn> dropIns();

    /** Returns the way to Centrals; opens no station. */
    CentralConnector centralConnector();

    /** Returns the installed connectors. */
    List<DirectoryConnector> connectors();
}
