package org.keyhopper.rehearsal.keycloak;

import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/** What a connector signs in with. It opens nothing but the sandbox, so it may be shown. */
public record KeycloakCredentials(String clientId, String clientSecret) {

    public static final String REALM = "rehearsal";

    static KeycloakCredentials fresh() {
        return new KeycloakCredentials("keyhopper-directory", "rehearsal~" + TokenIssuer.random(24));
    }
}
