package org.keyhopper.api.update;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Updates the installed product from a site. An OSGi service. Each method may take minutes, is called on a worker
 * thread, and leaves the product unchanged on failure. Changes take effect at the next start.
 */
@ProviderType
public interface ProductUpdates {

    /** Returns the default site. */
    Optional<URI> defaultSite();

    /**
     * Returns whether this product trusts the signing key of development, whose private half is public. Such a product is not
     * handed on, and takes updates from this computer only.
     */
    default boolean isDevelopment() {
        return false;
    }

    /** Returns the installed parts. */
    List<Part> installed() throws UpdateException;

    /**
     * Reads the content of a site without changing anything.
     *
     * @throws UpdateException also if the content is not trusted and the policy does not allow such content
     */
    SiteContent check(URI site) throws UpdateException;

    /**
     * Updates every installed part of which the site has a newer version, and installs the given parts, all in one
     * step.
     *
     * @param add ids of parts that are not installed; may be empty
     * @param untrusted whether the operator accepted that the content is not trusted
     * @param progress receives the path of each file before it is downloaded
     * @return the parts whose version changed; empty if there was nothing to do
     */
    List<Part> apply(URI site, Set<String> add, boolean untrusted, Consumer<String> progress) throws UpdateException;
}
