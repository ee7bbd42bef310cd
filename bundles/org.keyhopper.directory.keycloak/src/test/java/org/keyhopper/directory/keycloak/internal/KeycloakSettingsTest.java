package org.keyhopper.directory.keycloak.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.testkit.directory.GivenSecrets;

class KeycloakSettingsTest {

    private final Map<String, String> values = new HashMap<>(
            Map.of("serverUrl", "https://sso.example.com/auth/", "realm", "staff", "clientId", "keyhopper"));
    private final GivenSecrets secrets = new GivenSecrets(new HashMap<>(Map.of("clientSecret", "s3cret")));

    private List<String> badKeys() {
        return KeycloakSettings.check(new Settings(values), secrets).stream()
                .map(problem -> problem.arguments().getFirst())
                .toList();
    }

    @Test
    void aServerMayHaveAPath() {
        KeycloakSettings settings =
                KeycloakSettings.read(new Settings(values), secrets).result().orElseThrow();
        assertEquals("https://sso.example.com/auth", settings.server().toString());
    }

    @Test
    void everythingThatIsMissingIsNamed() {
        values.clear();
        secrets.values().clear();
        assertEquals(List.of("serverUrl", "realm", "clientId", "clientSecret"), badKeys());
    }

    @Test
    void plainHttpIsForThisComputerOnly() {
        values.put("serverUrl", "http://sso.example.com");
        assertEquals(List.of("serverUrl"), badKeys());
        values.put("serverUrl", "http://localhost:8080");
        assertEquals(List.of(), badKeys());
    }

    @Test
    void aCertificateTakesThePlaceOfTheSecretAndHasToBeReadable() {
        secrets.values().clear();
        values.put("certificate", "/nowhere/client.pem");
        assertEquals(List.of("certificate"), badKeys());
    }
}
