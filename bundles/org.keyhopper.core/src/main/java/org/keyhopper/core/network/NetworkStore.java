package org.keyhopper.core.network;

import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.settings.Secrets;
import org.osgi.annotation.versioning.ProviderType;

/** The store of a station's network settings. Any thread; failures are {@code StoreException}. */
@ProviderType
public interface NetworkStore {

    /** Returns the settings, those of the Java runtime if there are none. */
    NetworkSettings load();

    void save(NetworkSettings settings);

    /** Returns the secrets that belong to the settings, encrypted in the station's store. */
    Secrets secrets();
}
