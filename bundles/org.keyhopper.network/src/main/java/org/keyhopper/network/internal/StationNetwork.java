package org.keyhopper.network.internal;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.network.NetworkSettings.Proxy;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.network.NetworkStore;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.network.NetworkDefaults;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the stored settings the defaults of the Java runtime. An immediate component, so that they are in effect before
 * the first connection.
 */
@Component(service = Network.class, immediate = true)
public final class StationNetwork implements Network {

    private static final Logger LOG = LoggerFactory.getLogger(StationNetwork.class);

    private final NetworkStore store;
    private final NetworkDefaults defaults;
    private volatile NetworkSettings settings = NetworkSettings.SYSTEM;

    @Activate
    public StationNetwork(@Reference NetworkStore store) {
        this.store = store;
        defaults = new NetworkDefaults();
        try {
            start(store.load());
        } catch (StoreException e) {
            LOG.error("The network settings of the Java runtime are used", e);
        }
    }

    /** Without its authorities the proxy is used all the same: a connection then fails instead of bypassing it. */
    private void start(NetworkSettings stored) {
        apply(stored).ifPresent(problem -> {
            LOG.error("Network settings: {}", problem);
            apply(new NetworkSettings(stored.proxy(), Optional.empty()));
            settings = stored;
        });
    }

    /** Restores the defaults of the Java runtime. */
    @Deactivate
    public void close() {
        apply(NetworkSettings.SYSTEM);
    }

    @Override
    public NetworkSettings settings() {
        return settings;
    }

    @Override
    public boolean hasPassword() {
        Optional<Secret> password = settings.proxy().flatMap(this::password);
        password.ifPresent(Secret::close);
        return password.isPresent();
    }

    @Override
    public synchronized Optional<Problem> change(NetworkSettings wanted, Optional<Secret> password) {
        NetworkSettings before = settings;
        Optional<Problem> problem = apply(wanted);
        if (problem.isEmpty()) {
            try {
                keep(wanted, password, before);
            } catch (StoreException e) {
                apply(before);
                throw e;
            }
        }
        return problem;
    }

    /** The password of a proxy or account that is no longer used is deleted. */
    private void keep(NetworkSettings wanted, Optional<Secret> password, NetworkSettings before) {
        Optional<String> name = wanted.proxy().flatMap(StationNetwork::secretName);
        name.ifPresent(key -> password.ifPresent(secret -> store.secrets().put(key, secret)));
        store.save(wanted);
        before.proxy()
                .flatMap(StationNetwork::secretName)
                .filter(old -> !name.equals(Optional.of(old)))
                .ifPresent(store.secrets()::forget);
    }

    private Optional<Problem> apply(NetworkSettings wanted) {
        Optional<Problem> problem = defaults.apply(wanted, this::password);
        if (problem.isEmpty()) {
            settings = wanted;
        }
        return problem;
    }

    /** Read when it is needed, since the key of the store may not be available before. */
    private Optional<Secret> password(Proxy proxy) {
        return secretName(proxy).flatMap(store.secrets()::get);
    }

    /** Contains the address, so that the password is never sent to another proxy. */
    private static Optional<String> secretName(Proxy proxy) {
        return proxy.user().map(user -> user + "@" + proxy.address());
    }
}
