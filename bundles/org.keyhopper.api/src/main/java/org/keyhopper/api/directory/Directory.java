package org.keyhopper.api.directory;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An open connection to one identity provider. Every method blocks on the network, with a deadline of the connector's
 * own (seconds; longer while throttled, which {@link DirectoryPrompts#waiting} reports). Thread-safe. Renews its
 * session by itself.
 */
@ConsumerType
public interface Directory extends AutoCloseable {

    /** Returns what the directory can do, which does not change while it is open. Does not block. */
    DirectoryCapabilities capabilities();

    People people();

    Passkeys passkeys();

    /** Examines everything that provisioning needs: sign-in, permissions, policy. For "Test connection". */
    List<Finding> examine();

    /** Ends the connection. Idempotent, does not throw. */
    @Override
    void close();
}
