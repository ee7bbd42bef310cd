package org.keyhopper.api.directory;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An open connection to one identity provider. Every method blocks on the network, with a deadline of the connector's
 * own (seconds; longer while throttled, which {@link DirectoryPrompts#waiting} reports). Thread-safe. Renews its
 * session by itself.
 */
@ConsumerType
public interface Directory extends AutoCloseable {

    People people();

    Passkeys passkeys();

    /** Examines everything that provisioning needs: sign-in, permissions, policy. For "Test connection". */
    List<Finding> examine();

    /**
     * Returns whether {@link Passkeys#begin} leaves nothing behind at the directory, so that options may be fetched before
     * it is certain that they are used. Fast.
     */
    default boolean beginIsStateless() {
        return false;
    }

    /**
     * Returns an address where the system's browser shows the provider's sign-in, for trying a passkey; empty if there is
     * none. Fast.
     */
    default Optional<URI> signInAddress() {
        return Optional.empty();
    }

    /** Ends the connection. Idempotent, does not throw. */
    @Override
    void close();
}
