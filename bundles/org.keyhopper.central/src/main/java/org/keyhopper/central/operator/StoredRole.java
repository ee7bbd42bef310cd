package org.keyhopper.central.operator;

import org.keyhopper.central.access.Role;

/**
 * A role as it is kept.
 *
 * @param version 0 for a default role, which cannot be changed
 */
public record StoredRole(Role role, long version) {

    public boolean isDefault() {
        return version == 0;
    }
}
