package org.keyhopper.rehearsal.oidc;

import java.util.List;
import java.util.Optional;

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

    /** Returns the account of this login; whatever has an at sign is that of a person without a group. */
    static Optional<OidcAccount> named(String login) {
        return login.contains("@")
                ? Optional.of(new OidcAccount(login, login, ""))
                : ALL.stream().filter(it -> it.login().equals(login)).findFirst();
    }
}
