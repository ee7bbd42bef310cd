package org.keyhopper.api.policy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * What an organisation allows at a station. Read once at the start; an OSGi service.
 *
 * @param fault what is wrong with the policy file; everything is then as strict as it can be
 */
public record StationPolicy(Updates updates, DropIns dropIns, Locks locks, Optional<Problem> fault) {

    /** The policy of a station that nobody made one for. */
    public static final StationPolicy OPEN = new StationPolicy(
            new Updates(true, Optional.empty(), false),
            new DropIns(true, false),
            new Locks(false, false, Optional.empty()),
            Optional.empty());

    /**
     * Updates and drivers from update sites.
     *
     * @param allowed whether the product may change itself at all
     * @param sites the only ones that may be used, the first being used when none is named; any when empty
     * @param unsigned whether content without a trusted signature may be installed by somebody who was told so
     */
    public record Updates(boolean allowed, Optional<List<URI>> sites, boolean unsigned) {
        public Updates {
            sites = sites.map(List::copyOf);
        }
    }

    /**
     * Drivers put into the folder {@code dropins}.
     *
     * @param signed whether each needs a signature of a trusted key
     */
    public record DropIns(boolean allowed, boolean signed) {}

    /**
     * What the operator may not change.
     *
     * @param directories whether directories can be neither added nor changed nor removed
     * @param profile whether the profile cannot be chosen
     * @param profileJson the profile of all requests, where the policy has one, else the product's usual one
     */
    public record Locks(boolean directories, boolean profile, Optional<String> profileJson) {}

    /** Returns the policy where the file is there but cannot be followed: nothing is allowed that a policy can forbid. */
    public static StationPolicy strict(Problem fault) {
        return new StationPolicy(
                new Updates(false, Optional.of(List.of()), false),
                new DropIns(false, true),
                new Locks(true, true, Optional.empty()),
                Optional.of(fault));
    }
}
