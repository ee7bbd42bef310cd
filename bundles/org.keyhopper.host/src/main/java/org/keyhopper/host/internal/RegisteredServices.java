package org.keyhopper.host.internal;

import java.time.Duration;
import java.util.List;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.DropIns;
import org.keyhopper.api.update.ProductUpdates;
import org.keyhopper.core.central.CentralConnector;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.station.Station;
import org.keyhopper.transport.helper.DeviceProxy;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Obtains the services from the service registry. */
final class RegisteredServices implements HostServices, AutoCloseable {

    /** Services are registered asynchronously; a loaded machine may take seconds. */
    private static final long TIMEOUT = Duration.ofSeconds(30).toMillis();

    private final ServiceTracker<Station, Station> services;
    private final ServiceTracker<DirectoryConnector, DirectoryConnector> connectors;
    private final ServiceTracker<DeviceProxy, DeviceProxy> helpers;
    private final ServiceTracker<ProductUpdates, ProductUpdates> updates;
    private final ServiceTracker<Network, Network> networks;
    private final ServiceTracker<DropIns, DropIns> dropIns;
    private final ServiceTracker<CentralConnector, CentralConnector> centrals;

    RegisteredServices(BundleContext context) {
        services = new ServiceTracker<>(context, Station.class, null);
        connectors = new ServiceTracker<>(context, DirectoryConnector.class, null);
        helpers = new ServiceTracker<>(context, DeviceProxy.class, null);
        updates = new ServiceTracker<>(context, ProductUpdates.class, null);
        networks = new ServiceTracker<>(context, Network.class, null);
        dropIns = new ServiceTracker<>(context, DropIns.class, null);
        centrals = new ServiceTracker<>(context, CentralConnector.class, null);
        connectors.open();
    }

    @Override
    public Station station() {
        services.open();
        return wait(services);
    }

    @Override
    public DeviceProxy helper() {
        helpers.open();
        return wait(helpers);
    }

    @Override
    public ProductUpdates updates() {
        updates.open();
        return wait(updates);
    }

    @Override
    public Network network() {
        networks.open();
        return wait(networks);
    }

    @Override
    public List<DropIn> dropIns() {
        dropIns.open();
        return wait(dropIns).all();
    }

    @Override
    public CentralConnector centralConnector() {
        centrals.open();
        return wait(centrals);
    }

    @Override
    public List<DirectoryConnector> connectors() {
        wait(connectors);
        return List.of(connectors.getServices(new DirectoryConnector[0]));
    }

    @Override
    public void close() {
        services.close();
        connectors.close();
        helpers.close();
        updates.close();
        networks.close();
        dropIns.close();
        centrals.close();
    }

    private static <T> T wait(ServiceTracker<T, T> tracker) {
        try {
            T service = tracker.waitForService(TIMEOUT);
            if (service == null) {
                throw new StoreException("A component of Keyhopper did not start. The log contains the details.");
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted during the start", e);
        }
    }
}
