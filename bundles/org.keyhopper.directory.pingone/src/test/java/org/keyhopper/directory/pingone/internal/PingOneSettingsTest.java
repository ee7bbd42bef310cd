package org.keyhopper.directory.pingone.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.testkit.directory.GivenSecrets;

class PingOneSettingsTest {

    private static final String ENVIRONMENT = "7a1c5e90-1111-4222-8333-0123456789ab";

    private final Map<String, String> values =
            new HashMap<>(Map.of("environmentId", ENVIRONMENT, "clientId", "worker", "region", "eu"));

    private static final Secrets SECRETS = new GivenSecrets(Map.of("clientSecret", "s3cret"));

    private PingOneSettings read() {
        return PingOneSettings.read(new Settings(values), SECRETS).result().orElseThrow();
    }

    private List<String> badKeys() {
        return PingOneSettings.check(new Settings(values), SECRETS).stream()
                .peek(problem -> assertEquals(DirectoryProblem.BAD_SETTING, problem.code()))
                .map(problem -> problem.arguments().getFirst())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"com", "ca", "eu", "asia", "com.au", "sg", "EU"})
    void aRegionTellsBothAddresses(String region) {
        values.put("region", region);
        String tld = region.toLowerCase(java.util.Locale.ROOT);
        assertEquals(
                "https://auth.pingone." + tld + "/" + ENVIRONMENT + "/as",
                read().addresses().auth().toString());
        assertEquals(
                "https://api.pingone." + tld + "/v1/environments/" + ENVIRONMENT,
                read().addresses().api().toString());
    }

    @Test
    void anotherRegionIsAnotherAddress() {
        PingOneConnector connector = new PingOneConnector();
        assertEquals(
                Set.of(
                        "https://auth.pingone.eu/" + ENVIRONMENT + "/as",
                        "https://api.pingone.eu/v1/environments/" + ENVIRONMENT),
                connector.addresses(new Settings(values)));
        values.put("region", "nowhere");
        assertEquals(Set.of(), connector.addresses(new Settings(values)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example.org, https://login.example.org/as",
        "https://login.example.org/as/, https://login.example.org/as",
        "https://auth.pingone.eu, https://auth.pingone.eu/" + ENVIRONMENT + "/as",
        "https://auth.pingone.eu/" + ENVIRONMENT + ", https://auth.pingone.eu/" + ENVIRONMENT + "/as",
        "http://127.0.0.1:8080, http://127.0.0.1:8080/" + ENVIRONMENT + "/as",
    })
    void aSignInAddressIsCompleted(String given, String used) {
        values.put("authUrl", given);
        assertEquals(used, read().addresses().auth().toString());
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:1", "http://localhost:1/v1", "http://localhost:1/v1/"})
    void anApiAddressIsCompleted(String given) {
        values.put("apiUrl", given);
        assertEquals(
                "http://localhost:1/v1/environments/" + ENVIRONMENT,
                read().addresses().api().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "environmentId, not an id",
        "clientId, ''",
        "region, mars",
        "region, ''",
        "tokenAuth, jwt",
        "signIn, telepathy",
        "mfa, perhaps",
        "authUrl, http://auth.example.org",
        "apiUrl, ftp://api.example.org",
        "rpId, https://pingone.eu",
        "origin, pingone.eu",
        "origin, https://pingone.eu/path",
    })
    void aBadValueIsNamed(String key, String value) {
        values.put(key, value);
        assertEquals(List.of(key), badKeys());
    }

    @Test
    void anOriginThatDoesNotBelongToTheRelyingPartyIsNamed() {
        values.put("rpId", "example.org");
        values.put("origin", "https://login.example.com");
        assertEquals(List.of("origin"), badKeys());
    }

    @Test
    void withoutASecretTheBrowserSignsIn() {
        Settings settings = new Settings(values);
        Secrets none = new GivenSecrets(Map.of());
        assertEquals(List.of(), PingOneSettings.check(settings, none));
        assertEquals(
                SignInMethod.BROWSER,
                PingOneSettings.read(settings, none).result().orElseThrow().signIn());
    }

    @Test
    void aSecretThatIsAskedForMustBeThere() {
        values.put("signIn", "clientSecret");
        List<Problem> problems = PingOneSettings.check(new Settings(values), new GivenSecrets(Map.of()));
        assertEquals("clientSecret", problems.getFirst().arguments().getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "'', pingone.eu, https://auth.pingone.eu/x/as, https://auth.pingone.eu",
        "'', example.org, https://login.example.org/as, https://login.example.org",
        "'', example.org, https://auth.pingone.eu/x/as, https://example.org",
        "'', ample.org, https://example.org/as, https://ample.org",
        "'', pingone.eu, http://127.0.0.1:80/as, https://pingone.eu",
        "https://app.pingone.eu/, pingone.eu, https://auth.pingone.eu/x/as, https://app.pingone.eu",
    })
    void theOriginIsTheOneSetOrTheSignInsOrTheRelyingPartys(String set, String rpId, URI signIn, String origin) {
        values.put("origin", set);
        assertEquals(origin, read().passkeySettings().originFor(rpId, signIn));
    }

    @Test
    void clientSecretIsASecret() {
        assertTrue(PingOneFields.DESCRIPTION.field("clientSecret").orElseThrow().isSecret());
    }
}
