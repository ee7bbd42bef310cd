package org.keyhopper.rehearsal.keycloak;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.directory.keycloak.internal.KeycloakConnector;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxRig;

/** The connector in front of its sandbox. */
final class KeycloakRig extends SandboxRig<KeycloakSandbox> {

    KeycloakRig(Population people, String... roles) {
        this(people, roles.length == 0 ? KeycloakRights.USUAL : Set.of(roles), Optional.empty());
    }

    KeycloakRig(Population people, X509Certificate certificate) {
        this(people, KeycloakRights.USUAL, Optional.of(certificate));
        secrets.forget("clientSecret");
    }

    private KeycloakRig(Population people, Set<String> roles, Optional<X509Certificate> certificate) {
        super(() -> KeycloakSandbox.start(0, people, roles, certificate));
        settings.put("serverUrl", sandbox.serverUrl());
        settings.put("realm", KeycloakCredentials.REALM);
        settings.put("clientId", sandbox.credentials().clientId());
        secrets.put("clientSecret", Secret.of(sandbox.credentials().clientSecret()));
    }

    @Override
    protected DirectoryConnector connector(Duration longestAnswer, CancellableDelay.Sleep sleep) {
        return new KeycloakConnector(longestAnswer, sleep);
    }
}
