package org.keyhopper.directory.keycloak.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;

class KeycloakSettingsTest {

    private final Map<String, String> values = new HashMap<>(
            Map.of("serverUrl", "https://sso.example.com/auth/", "realm", "staff", "clientId", "keyhopper"));
    private Optional<String> secret = Optional.of("s3cret");

    private final Secrets secrets = new Secrets() {
        @Override
        public Optional<Secret> get(String key) {
            return secret.filter(value -> key.equals("clientSecret")).map(Secret::of);
        }

        @Override
        public void put(String key, Secret value) {
            throw new AssertionError("stored " + key);
        }

        @Override
        public void forget(String key) {
            throw new AssertionError("forgot " + key);
        }
    };

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
        secret = Optional.empty();
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
        secret = Optional.empty();
        values.put("certificate", "/nowhere/client.pem");
        assertEquals(List.of("certificate"), badKeys());
    }
}
