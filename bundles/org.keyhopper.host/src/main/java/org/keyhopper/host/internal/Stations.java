package org.keyhopper.host.internal;

import java.util.List;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.core.station.Station;

/** Where commands get the station from, once they need it. */
public interface Stations {

    /** Returns the station of this home; opens it at the first call. */
    Station station();

    /** Returns the connectors installed. */
    List<DirectoryConnector> connectors();
}
