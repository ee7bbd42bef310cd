package org.keyhopper.host.internal.command;

import java.util.List;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.ProductUpdates;
import org.keyhopper.core.central.CentralConnector;
import org.keyhopper.core.station.Station;
import org.keyhopper.host.internal.HostServices;
import org.keyhopper.transport.helper.DeviceProxy;

/** Services for commands that use only the station. */
record StationServices(Station station) implements HostServices {

    @Override
    public DeviceProxy helper() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProductUpdates updates() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Network network() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DropIn> dropIns() {
        return List.of();
    }

    @Override
    public CentralConnector centralConnector() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DirectoryConnector> connectors() {
        return List.of();
    }
}
