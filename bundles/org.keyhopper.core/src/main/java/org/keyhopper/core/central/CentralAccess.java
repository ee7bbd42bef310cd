package org.keyhopper.core.central;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * For whom Central takes the calls of a station.
 *
 * @param operator the name of the operator who signed in; empty if the station works with its own roles
 * @param privileges in at least one directory or site
 */
public record CentralAccess(Optional<String> operator, Set<CentralPrivilege> privileges) {
    public CentralAccess {
        Objects.requireNonNull(operator);
        privileges = Set.copyOf(privileges);
    }

    public boolean may(CentralPrivilege privilege) {
        return privileges.contains(privilege);
    }
}
