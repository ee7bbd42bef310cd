package org.keyhopper.central.access;

import java.util.Objects;

/** A role in a scope. */
public record Grant(Role role, Scope scope) {
    public Grant {
        Objects.requireNonNull(role);
        Objects.requireNonNull(scope);
    }

    /** Returns the name of the role and its scope; the same for the same grant. */
    @Override
    public String toString() {
        return role.name() + " in " + scope;
    }
}
