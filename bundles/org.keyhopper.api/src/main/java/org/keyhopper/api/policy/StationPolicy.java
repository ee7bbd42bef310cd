package org.keyhopper.api.policy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;

/**
 * The organisation's policy for a station. Read once at startup; an OSGi service.
 *
 * @param directoryHosts the only hosts, in lower case, that secrets of directories may be sent to; any if empty
 * @param metadataRoots the only root certificates, besides that of the FIDO Alliance, that metadata of models may be signed under: SHA-256 as
 *     lower-case hexadecimal digits; any if empty
 * @param fault what is wrong with the policy file; the policy is then as strict as possible
 */
public record StationPolicy(
        Updates updates,
        DropIns dropIns,
        Locks locks,
        Optional<Set<String>> directoryHosts,
        Optional<Set<String>> metadataRoots,
        Optional<Problem> fault) {

    /** The policy of a station without a policy file. */
    public static final StationPolicy OPEN = new StationPolicy(
            new Updates(true, Optional.empty(), false),
            new DropIns(true, false),
            new Locks(false, false, Optional.empty()),
            Optional.empty(),
            Optional.empty());

    public StationPolicy {
        directoryHosts = directoryHosts.map(Set::copyOf);
        metadataRoots = metadataRoots.map(Set::copyOf);
    }

    /** Creates a policy that permits any root of metadata. */
    public StationPolicy(
            Updates updates,
            DropIns dropIns,
            Locks locks,
            Optional<Set<String>> directoryHosts,
            Optional<Problem> fault) {
        this(updates, dropIns, locks, directoryHosts, Optional.empty(), fault);
    }

    /**
     * Updates and drivers from update sites.
     *
     * @param allowed whether the product may update itself
     * @param sites the only permitted sites, the first being the default; any if empty
     * @param unsigned whether content without a trusted signature may be installed after a warning
     */
    public record Updates(boolean allowed, Optional<List<URI>> sites, boolean unsigned) {
        public Updates {
            sites = sites.map(List::copyOf);
        }
    }

    /**
     * Drivers in the folder {@code dropins}.
     *
     * @param signed whether each requires the signature of a trusted key
     */
    public record DropIns(boolean allowed, boolean signed) {}

    /**
     * What the operator must not change.
     *
     * @param directories whether directories are protected from being added, changed and removed
     * @param profile whether the profile is fixed
     * @param profileJson the profile of all requests, if the policy defines one; otherwise the default profile applies
     */
    public record Locks(boolean directories, boolean profile, Optional<String> profileJson) {}

    /** Returns the policy for a file that exists but is invalid: everything that a policy can forbid is forbidden. */
    public static StationPolicy strict(Problem fault) {
        return new StationPolicy(
                new Updates(false, Optional.of(List.of()), false),
                new DropIns(false, true),
                new Locks(true, true, Optional.empty()),
                Optional.of(Set.of()),
                Optional.of(Set.of()),
                Optional.of(fault));
    }
}
