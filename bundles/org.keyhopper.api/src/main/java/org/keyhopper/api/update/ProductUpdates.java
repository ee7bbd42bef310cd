package org.keyhopper.api.update;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes the installed product by the content of a site. An OSGi service. Each method may take minutes, is for a worker
 * thread, and leaves the product as it was when it fails. What was changed is used from the next start on.
 */
@ProviderType
public interface ProductUpdates {

    /** Returns the site to use when nobody names one. */
    Optional<URI> usualSite();

    /** Returns what is installed. */
    List<Part> installed() throws UpdateException;

    /**
     * Looks at a site without changing anything.
     *
     * @throws UpdateException also when its content is not trusted and the policy does not allow such content
     */
    SiteContent look(URI site) throws UpdateException;

    /**
     * Replaces every installed part of which the site has a newer version, and adds some, all in one step.
     *
     * @param add ids of parts that are not installed; may be empty
     * @param untrusted whether whoever wants it knows that the content is not trusted
     * @param progress hears the path of each file before it is fetched
     * @return what is now installed in a version it was not before; empty when there was nothing to do
     */
    List<Part> apply(URI site, Set<String> add, boolean untrusted, Consumer<String> progress) throws UpdateException;
}
