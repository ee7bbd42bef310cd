package org.keyhopper.rehearsal.keycloak;

import java.util.Set;
import org.keyhopper.rehearsal.sandbox.Operation;

/** The roles of realm-management, one of which each call needs. */
final class KeycloakRights {

    static final Set<String> USUAL = Set.of("manage-users", "view-realm");

    private static final String MANAGE = "manage-users";
    private static final String ADMINISTRATOR = "realm-admin";

    private KeycloakRights() {}

    static boolean allow(Operation operation, Set<String> roles) {
        return switch (operation) {
            case REGISTER, RENAME, DELETE -> mayManage(roles);
            case READ, LIST, GROUP_MEMBERS -> mayView(roles);
            case SEARCH_USERS, FIND_USER -> mayView(roles) || roles.contains("query-users");
            case FIND_GROUP -> mayView(roles) || roles.contains("query-groups");
            default -> true;
        };
    }

    static boolean mayManage(Set<String> roles) {
        return roles.contains(MANAGE) || roles.contains(ADMINISTRATOR);
    }

    /** Those who may only query get empty lists. */
    static boolean mayView(Set<String> roles) {
        return mayManage(roles) || roles.contains("view-users");
    }

    static boolean mayReadPolicy(Set<String> roles) {
        return roles.contains("view-realm") || roles.contains(ADMINISTRATOR);
    }
}
