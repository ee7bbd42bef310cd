package org.keyhopper.central.portal.internal.frame;

import java.util.List;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;

/** A place in the navigation, which is shown to those who have one of its privileges. */
public enum Section {
    OVERVIEW("/", ""),
    PROVISIONING("/requests", "passkeys", Privilege.VIEW_REQUESTS),
    INVENTORY("/inventory", "passkeys", Privilege.VIEW_INVENTORY),
    SHIPMENTS("/shipments", "passkeys", Privilege.MANAGE_SHIPMENTS),
    OPERATORS("/operators", "administration", Privilege.MANAGE_OPERATORS, Privilege.VIEW_AUDIT_TRAIL),
    ROLES("/roles", "administration", Privilege.MANAGE_OPERATORS, Privilege.VIEW_AUDIT_TRAIL),
    DIRECTORIES("/directories", "administration", Privilege.MANAGE_DIRECTORIES),
    PROFILES(
            "/profiles",
            "administration",
            Privilege.MANAGE_PROFILES,
            Privilege.CREATE_REQUEST,
            Privilege.VIEW_AUDIT_TRAIL),
    POLICY("/policy", "administration", Privilege.MANAGE_PROFILES, Privilege.VIEW_AUDIT_TRAIL),
    AUDIT("/audit", "administration", Privilege.VIEW_AUDIT_TRAIL),
    API_CLIENTS("/api-clients", "administration", Privilege.MANAGE_OPERATORS, Privilege.VIEW_AUDIT_TRAIL),
    LICENCE("/licence", "administration", Privilege.MANAGE_LICENCE),
    STATIONS("/stations", "stations", Privilege.MANAGE_OPERATORS, Privilege.VIEW_AUDIT_TRAIL),
    DOWNLOADS("/downloads", "stations", Privilege.DOWNLOAD_SOFTWARE);

    private final String path;
    private final String group;
    private final List<Privilege> privileges;

    Section(String path, String group, Privilege... privileges) {
        this.path = path;
        this.group = group;
        this.privileges = List.of(privileges);
    }

    public String path() {
        return path;
    }

    /** Returns the group under which it stands; empty for none. */
    public String group() {
        return group;
    }

    /** Returns whether the caller may see it. */
    public boolean isOpenTo(Caller caller) {
        return privileges.isEmpty()
                || privileges.stream()
                        .anyMatch(privilege -> caller.lacksEverywhere(privilege).isEmpty());
    }
}
