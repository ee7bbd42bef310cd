package org.keyhopper.central.access;

import java.util.Objects;

/** A role in a scope. */
public record Grant(Role role, Scope scope) {
    public Grant {
        Objects.requireNonNull(role);
        Objects.requireNonNull(scope);
    }
}
