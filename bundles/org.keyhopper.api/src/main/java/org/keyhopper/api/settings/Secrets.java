package org.keyhopper.api.settings;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The secrets of one directory or printer, by key. Any thread; may block briefly on the operating system's key store.
 * Values survive a restart.
 */
@ProviderType
public interface Secrets {

    /** Returns a copy which the caller closes, or empty. */
    Optional<Secret> get(String key);

    /** Keeps a copy of the secret under the key, replacing an older one; used for refresh tokens that rotate. */
    void put(String key, Secret secret);

    /** Forgets the secret; does nothing when there is none. */
    void forget(String key);
}
