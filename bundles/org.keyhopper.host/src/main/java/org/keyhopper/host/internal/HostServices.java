package org.keyhopper.host.internal;

import java.util.List;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.ProductUpdates;
import org.keyhopper.core.station.Station;
import org.keyhopper.transport.helper.DeviceProxy;

/** Where commands get the station from, once they need it. */
public interface HostServices {

    /** Returns the station of this home; opens it at the first call. */
    Station station();

    /** Returns what lends the devices of this process to that of another account; opens no station. */
    DeviceProxy helper();

    /** Returns what updates the product; opens no station. */
    ProductUpdates updates();

    /** Returns what became of the files in the folder {@code dropins}; opens no station. */
    List<DropIn> dropIns();

    /** Returns the connectors installed. */
    List<DirectoryConnector> connectors();
}
