package org.keyhopper.directory.keycloak.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.EnrolmentOptions.Attestation;
import org.keyhopper.directory.support.json.JsonView;

class PasskeyPolicyTest {

    private static final URI ISSUER = URI.create("http://localhost:18480/realms/keyhopper");

    private static PasskeyPolicy read(String more) {
        JsonView realm = JsonView.parse("{\"webAuthnPolicyPasswordlessRpId\":\"\"" + more + "}")
                .orElseThrow();
        return PasskeyPolicy.read(realm, ISSUER).orElseThrow();
    }

    @Test
    void aRealmShownWithoutItsPolicyHasNone() {
        JsonView realm = JsonView.parse("{\"realm\":\"keyhopper\"}").orElseThrow();
        assertEquals(Optional.empty(), PasskeyPolicy.read(realm, ISSUER));
    }

    @Test
    void theDefaultsOfANewRealm() {
        PasskeyPolicy policy = read("");
        assertEquals("localhost", policy.relyingParty().id());
        assertEquals("http://localhost:18480", policy.relyingParty().origin());
        assertEquals(List.of(-7, -257), policy.algorithms());
        assertEquals(Attestation.NONE, policy.attestation());
        assertEquals(Duration.ofMinutes(5), policy.life());
        assertEquals(List.of(), policy.obstacles());
    }

    @ParameterizedTest
    @CsvSource({"not specified, NONE", "none, NONE", "indirect, INDIRECT", "direct, DIRECT", "enterprise, ENTERPRISE"})
    void attestationConveyance(String preference, Attestation wanted) {
        assertEquals(
                wanted,
                read(",\"webAuthnPolicyPasswordlessAttestationConveyancePreference\":\"" + preference + "\"")
                        .attestation());
    }

    @Test
    void restrictedModelsHaveToBeAttested() {
        PasskeyPolicy policy =
                read(",\"webAuthnPolicyPasswordlessAcceptableAaguids\":[\"EE882879-721C-4913-9775-3DFCCE97072A\"]");
        assertEquals(Attestation.DIRECT, policy.attestation());
        assertEquals(1, policy.models().size());
    }

    @Test
    void aListOfModelsThatCannotBeReadAcceptsNone() {
        PasskeyPolicy policy = read(",\"webAuthnPolicyPasswordlessAcceptableAaguids\":[\"any\"]");
        assertTrue(!policy.models().isEmpty(), "read as unrestricted");
    }

    @Test
    void aRealmThatIsDisabledTakesNoPasskeys() {
        assertEquals(
                List.of(DirectoryProblem.SWITCHED_OFF),
                read(",\"enabled\":false").obstacles().stream()
                        .map(Problem::code)
                        .toList());
    }

    @Test
    void theTimeoutIsInSeconds() {
        assertEquals(
                Duration.ofSeconds(60),
                read(",\"webAuthnPolicyPasswordlessCreateTimeout\":60").life());
    }
}
