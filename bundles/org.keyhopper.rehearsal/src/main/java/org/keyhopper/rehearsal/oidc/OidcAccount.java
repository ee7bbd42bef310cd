package org.keyhopper.rehearsal.oidc;

import java.util.List;

/**
 * An account of the sandbox provider.
 *
 * @param login the claims {@code sub} and {@code preferred_username}
 * @param group the one value of the claim {@code groups}; empty for none
 */
public record OidcAccount(String login, String name, String group) {

    /** One for each default role, whose group is its login, and one without a group. */
    public static final List<OidcAccount> ALL = List.of(
            new OidcAccount("administrator", "Ada Administrator", "administrator"),
            new OidcAccount("device-service-administrator", "Dana Device", "device-service-administrator"),
            new OidcAccount("operator", "Otto Operator", "operator"),
            new OidcAccount("pin-officer", "Pina Officer", "pin-officer"),
            new OidcAccount("auditor", "Audrey Auditor", "auditor"),
            new OidcAccount("view-only", "Vito View", "view-only"),
            new OidcAccount("newcomer", "Nora Newcomer", ""));
}
