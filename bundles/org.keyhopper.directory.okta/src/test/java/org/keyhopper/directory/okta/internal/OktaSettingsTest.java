package org.keyhopper.directory.okta.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.testkit.directory.GivenSecrets;

class OktaSettingsTest {

    private final Map<String, String> values = new HashMap<>(Map.of("orgUrl", "https://contoso.okta.com"));
    private final GivenSecrets secrets = new GivenSecrets(new HashMap<>(Map.of("apiToken", "00token")));

    private OktaSettings read() {
        return OktaSettings.read(new Settings(values), secrets).result().orElseThrow();
    }

    private List<List<String>> faults() {
        return OktaSettings.check(new Settings(values), secrets).stream()
                .peek(problem -> assertEquals(DirectoryProblem.BAD_SETTING, problem.code()))
                .map(problem -> problem.arguments())
                .toList();
    }

    @Test
    void relyingPartyIsTheHostOfTheOrg() {
        values.put("orgUrl", "https://Contoso.Okta.com/");
        assertEquals("contoso.okta.com", read().rpId());
        assertEquals(List.of(), faults());
    }

    @Test
    void relyingPartyOfACustomDomain() {
        values.put("rpId", "Login.Contoso.example");
        assertEquals("login.contoso.example", read().rpId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://contoso.example", "contoso.example/x", "a b", "{0}"})
    void relyingPartyMustBeADomain(String rpId) {
        values.put("rpId", rpId);
        assertEquals(List.of(List.of("rpId", "setting.not-a-domain")), faults());
    }

    @ParameterizedTest
    @CsvSource({
        "http://contoso.okta.com, setting.http-elsewhere",
        "contoso.okta.com, setting.not-a-service",
        "'https://contoso.okta.com?x=1', setting.not-a-service",
    })
    void addressMustBeThatOfAService(String orgUrl, String fault) {
        values.put("orgUrl", orgUrl);
        assertEquals(List.of(List.of("orgUrl", fault)), faults());
    }

    @Test
    void everythingMissingIsReportedAtOnce() {
        values.clear();
        secrets.values().clear();
        assertEquals(List.of(List.of("orgUrl", "setting.missing"), List.of("apiToken", "setting.missing")), faults());
    }
}
