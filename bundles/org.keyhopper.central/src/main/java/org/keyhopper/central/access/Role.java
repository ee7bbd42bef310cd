package org.keyhopper.central.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A named set of privileges.
 *
 * @param name stable; the default roles are known by it in settings and in the database
 */
public record Role(String name, Set<Privilege> privileges) {

    public static final Role ADMINISTRATOR = new Role(
            "Administrator", EnumSet.complementOf(EnumSet.of(Privilege.VIEW_INITIAL_PIN, Privilege.PROVISION_NOW)));

    public static final Role DEVICE_SERVICE_ADMINISTRATOR = new Role(
            "Device Service Administrator",
            EnumSet.of(
                    Privilege.VIEW_REQUESTS,
                    Privilege.DOWNLOAD_PROVISIONED_USERS,
                    Privilege.CREATE_REQUEST,
                    Privilege.APPROVE_REQUEST,
                    Privilege.PROVISION_NOW,
                    Privilege.DELETE_REQUEST,
                    Privilege.RESET_DEVICES,
                    Privilege.VIEW_INVENTORY,
                    Privilege.REVOKE_DEVICES,
                    Privilege.MANAGE_SHIPMENTS,
                    Privilege.DOWNLOAD_SOFTWARE));

    public static final Role OPERATOR = new Role(
            "Operator",
            EnumSet.of(
                    Privilege.VIEW_REQUESTS,
                    Privilege.PROVISION_NOW,
                    Privilege.RESET_DEVICES,
                    Privilege.DOWNLOAD_SOFTWARE));

    public static final Role PIN_OFFICER =
            new Role("PIN Officer", EnumSet.of(Privilege.VIEW_REQUESTS, Privilege.VIEW_INITIAL_PIN));

    /** Sees everything but PINs, and changes nothing. */
    public static final Role AUDITOR = new Role(
            "Auditor",
            EnumSet.of(
                    Privilege.VIEW_REQUESTS,
                    Privilege.DOWNLOAD_PROVISIONED_USERS,
                    Privilege.VIEW_INVENTORY,
                    Privilege.VIEW_AUDIT_TRAIL));

    public static final Role VIEW_ONLY =
            new Role("View Only", EnumSet.of(Privilege.VIEW_REQUESTS, Privilege.VIEW_INVENTORY));

    public static final List<Role> DEFAULTS =
            List.of(ADMINISTRATOR, DEVICE_SERVICE_ADMINISTRATOR, OPERATOR, PIN_OFFICER, AUDITOR, VIEW_ONLY);

    public Role {
        privileges = Set.copyOf(privileges);
    }

    /** Returns the default role of this name. */
    public static Optional<Role> named(String name) {
        return DEFAULTS.stream().filter(role -> role.name().equals(name)).findFirst();
    }
}
