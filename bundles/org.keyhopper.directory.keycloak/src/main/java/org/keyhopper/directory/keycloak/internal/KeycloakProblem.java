package org.keyhopper.directory.keycloak.internal;

import java.util.Locale;
import org.keyhopper.api.directory.DirectoryProblemCode;

/** Failures that only Keycloak has. */
enum KeycloakProblem implements DirectoryProblemCode {
    /** Signed in with more permissions than needed. Argument 0: those that are not. */
    EXCESS_PERMISSIONS,
    /**
     * Another attribute of the account differed after a passkey was added, which was deleted again. Argument 0: the
     * person; argument 1: the attributes.
     */
    USER_CHANGED;

    @Override
    public String id() {
        return "directory." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
