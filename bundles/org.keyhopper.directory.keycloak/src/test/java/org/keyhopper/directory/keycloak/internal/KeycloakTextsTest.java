package org.keyhopper.directory.keycloak.internal;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.testkit.texts.TextsContract;

class KeycloakTextsTest extends TextsContract {

    KeycloakTextsTest() {
        super(KeycloakFields.class);
    }

    @Override
    protected Stream<KeycloakProblem> codes() {
        return Stream.of(KeycloakProblem.values());
    }

    @Override
    protected Map<String, SettingsDescription> settings() {
        return Map.of("keycloak", KeycloakFields.DESCRIPTION);
    }

    @Override
    protected Set<String> otherKeys() {
        return Set.of("finding.keycloak.excess-permissions");
    }
}
