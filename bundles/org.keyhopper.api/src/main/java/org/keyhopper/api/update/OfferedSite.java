package org.keyhopper.api.update;

import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.osgi.annotation.versioning.ConsumerType;

/** The update site of the Central that this station has joined. An OSGi service; any thread. */
@ConsumerType
public interface OfferedSite {

    /**
     * Returns the address of the site; empty if the station has not joined. Whether Central has a site there is found by reading
     * it. May block on the key store of the operating system.
     */
    Optional<URI> address();

    /** Returns what accepts the key of that server; empty if authorities are trusted. Blocks like {@link #address()}. */
    Optional<SSLContext> trust();
}
