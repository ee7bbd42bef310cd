package org.keyhopper.api.settings;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The secrets of one directory or printer, by key. Any thread; may block briefly on the operating system's key store.
 * Values are persistent.
 */
@ProviderType
public interface Secrets {

    /** Returns a copy, to be closed by the caller, or empty. */
    Optional<Secret> get(String key);

    /** Stores a copy of the secret under the key, replacing an older one; also used for refresh tokens that rotate. */
    void put(String key, Secret secret);

    /** Deletes the secret, if present. */
    void forget(String key);
}
