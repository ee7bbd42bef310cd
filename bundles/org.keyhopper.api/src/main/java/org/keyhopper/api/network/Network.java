package org.keyhopper.api.network;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The network settings of this computer, an OSGi service. They are in effect as the defaults of the Java runtime: {@link
 * java.net.ProxySelector#getDefault()}, {@link java.net.Authenticator#getDefault()} and {@link
 * javax.net.ssl.SSLContext#getDefault()}. All HTTP connections use those. Any thread.
 */
@ProviderType
public interface Network {

    /** Returns the settings in effect. */
    NetworkSettings settings();

    /** Returns whether a password for the account at the proxy is stored. */
    boolean hasPassword();

    /**
     * Stores the settings and applies them to connections that are opened from now on. Nothing is changed if they are
     * refused.
     *
     * @param password the password at the proxy; empty to keep the stored one, which belongs to the proxy's address and
     *     account
     * @return BAD_AUTHORITIES, or empty if the settings are in effect
     */
    Optional<Problem> change(NetworkSettings settings, Optional<Secret> password);
}
