package org.keyhopper.directory.entra.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.testkit.directory.GivenSecrets;

class EntraSettingsTest {

    private final Map<String, String> settings = new HashMap<>();
    private final GivenSecrets secrets = new GivenSecrets(new HashMap<>(Map.of("clientSecret", "secret")));

    @BeforeEach
    void fillIn() {
        settings.put("tenant", "contoso.com");
        settings.put("clientId", "11111111-2222-4333-8444-555555555555");
    }

    private List<String> badKeys() {
        return new EntraConnector()
                .check(new Settings(settings), secrets).stream()
                        .map(Problem::arguments)
                        .map(List::getFirst)
                        .toList();
    }

    private SignInMethod way() {
        return EntraSettings.read(new Settings(settings), secrets)
                .result()
                .orElseThrow()
                .signIn();
    }

    @Test
    void tenantApplicationAndSecretAreEnough() {
        assertEquals(List.of(), badKeys());
        assertEquals(SignInMethod.CLIENT_SECRET, way());
    }

    @Test
    void withoutSecretAndCertificateThePersonSignsInWithTheBrowser() {
        secrets.values().clear();
        assertEquals(List.of(), badKeys());
        assertEquals(SignInMethod.BROWSER, way());
    }

    @Test
    void namesAreFreeWhereAnotherServiceStandsInForMicrosoft() {
        settings.putAll(Map.of("tenant", "training", "clientId", "desk 1", "loginUrl", "http://127.0.0.1:8080/login"));
        assertEquals(List.of(), badKeys());
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
        settings.clear();
        assertEquals(List.of("tenant", "clientId"), badKeys());
    }

    @ParameterizedTest
    @CsvSource({
        "tenant, no domain",
        "tenant, common",
        "clientId, 1234",
        "signIn, fax",
        "loginUrl, http://login.example",
        "graphUrl, ftp://graph.example",
        "graphUrl, https://user@graph.example",
        "graphUrl, https://graph.example/?x=y",
        "graphUrl, graph.example",
    })
    void aBadValueIsNamed(String key, String value) {
        settings.put(key, value);
        assertEquals(List.of(key), badKeys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080/x", "http://127.0.0.1:1", "http://[::1]:1", "https://graph.microsoft.us/"
            })
    void loopbackMayBePlainAndOthersMustBeEncrypted(String url) {
        settings.put("graphUrl", url);
        assertEquals(List.of(), badKeys());
    }

    @Test
    void anyTenantWillDoForAPersonButNotForAnApplication() {
        settings.put("tenant", "organizations");
        settings.put("signIn", "browser");
        assertEquals(List.of(), badKeys());
    }

    @Test
    void aCertificateMustBeAFile() {
        settings.put("certificate", "/no/such/file.pem");
        assertEquals(List.of("certificate"), badKeys());
    }

    @Test
    void aChosenSecretMustBeThere() {
        secrets.values().clear();
        settings.put("signIn", "clientSecret");
        assertEquals(List.of("clientSecret"), badKeys());
    }

    @Test
    void everyKeyOfTheDesignIsDescribed() {
        var description = new EntraConnector().settings();
        for (String key :
                List.of("tenant", "clientId", "clientSecret", "certificate", "loginUrl", "graphUrl", "signIn")) {
            assertEquals(key, description.field(key).orElseThrow().key());
        }
    }
}
