package org.keyhopper.rehearsal.pingone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.MadeCredential;

/** How strict the sandbox is, asked past the connector. */
class PingOneSandboxTest {

    private final PingOneRig rig = new PingOneRig(PingOneSandboxOptions.withPeople(2));
    private final HttpClient client = HttpClient.newHttpClient();
    private String token;
    private String devices;

    @BeforeEach
    void signIn() throws IOException, InterruptedException {
        PingOneCredentials credentials = rig.sandbox.credentials();
        String pair = credentials.clientId() + ":" + credentials.clientSecret();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(rig.sandbox.authUrl() + "/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        token = Json.text(read(client.send(request, BodyHandlers.ofString())), "access_token")
                .orElseThrow();
        devices = rig.sandbox.apiUrl() + "/environments/" + credentials.environmentId() + "/users/"
                + rig.user(0).id() + "/devices";
    }

    @AfterEach
    void stop() {
        client.close();
        rig.close();
    }

    private HttpResponse<String> post(String address, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonObject read(HttpResponse<String> response) {
        return Json.read(response.body()).orElseThrow(() -> new AssertionError(response.body()));
    }

    @Test
    void whetherSomebodyHasMfaIsSeenAndChangedAtItsOwnPages() throws IOException, InterruptedException {
        JsonObject user = rig.sandbox.users().getFirst().toJson();
        user.addProperty("mfaEnabled", false);
        assertEquals(
                204,
                post(rig.sandbox.adminUrl() + "/users", "application/json", user.toString())
                        .statusCode());
        assertTrue(rig.sandbox.state().contains("\"mfaEnabled\":false"), rig.sandbox::state);
        assertEquals(
                400, post(devices, "application/json", "{\"type\":\"FIDO2\"}").statusCode());
        user.remove("mfaEnabled");
        post(rig.sandbox.adminUrl() + "/users", "application/json", user.toString());
        assertFalse(rig.sandbox.hasMfa(rig.sandbox.users().getFirst().id()));
    }

    @Test
    void optionsAreTextWithSignedNumbers() throws IOException, InterruptedException {
        HttpResponse<String> response = post(devices, "application/json", "{\"type\":\"FIDO2\"}");
        assertEquals(201, response.statusCode());
        String options =
                Json.text(read(response), "publicKeyCredentialCreationOptions").orElseThrow();
        assertTrue(options.matches(".*\"challenge\":\\[-?\\d+(,-?\\d+)*\\].*"), options);
        assertTrue(options.contains("\"alg\":\"-7\""), options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"TOTP\"}", "{\"type\":\"FIDO2\",\"surprise\":1}", "{}", "no json"})
    void aDeviceOfAnotherKindIsRefused(String body) throws IOException, InterruptedException {
        assertEquals(400, post(devices, "application/json", body).statusCode());
    }

    @Test
    void aDeviceIsCreatedFromJsonOnly() throws IOException, InterruptedException {
        assertEquals(400, post(devices, "text/plain", "{\"type\":\"FIDO2\"}").statusCode());
    }

    @Test
    void anActivationAsItShouldBeIsTaken() throws IOException, InterruptedException {
        assertEquals(200, activate(DevicePages.ACTIVATE, body -> body));
    }

    @Test
    void anActivationOfAnotherContentTypeIsRefused() throws IOException, InterruptedException {
        assertEquals(400, activate("application/json", body -> body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"origin\":\"https://pingone.eu\"|\"origin\":\"https://auth.pingone.eu\"",
                "\"origin\":\"https://pingone.eu\"|\"surprise\":1,\"origin\":\"https://pingone.eu\"",
                "\\\"type\\\":\\\"public-key\\\"|\\\"type\\\":\\\"other\\\"",
                "\\\"clientExtensionResults\\\":{}|\\\"surprise\\\":{}",
                "=\\\"|\\\"",
            })
    void anActivationThatIsALittleWrongIsRefused(String change) throws IOException, InterruptedException {
        String[] parts = change.split("\\|");
        assertEquals(400, activate(DevicePages.ACTIVATE, body -> {
            assertTrue(body.contains(parts[0]), body);
            return body.replace(parts[0], parts[1]);
        }));
    }

    private int activate(String type, UnaryOperator<String> change) throws IOException, InterruptedException {
        EnrolmentOptions options =
                rig.connect().passkeys().begin(rig.user(0)).result().orElseThrow();
        NewCredential made = MadeCredential.good(options);
        Base64.Encoder base64 = Base64.getEncoder();
        JsonObject response = Json.object(
                "clientDataJSON", base64.encodeToString(made.clientDataJson()),
                "attestationObject", base64.encodeToString(made.attestationObject()));
        JsonObject credential = Json.object(
                "id", made.id().base64Url(),
                "type", "public-key",
                "rawId", base64.encodeToString(made.id().toBytes()),
                "response", response,
                "clientExtensionResults", Json.object());
        String body = Json.object("origin", "https://pingone.eu", "attestation", plain(credential))
                .toString();
        HttpResponse<String> answer = post(devices + "/" + options.enrolmentId(), type, change.apply(plain(body)));
        return answer.statusCode();
    }

    /** Gson writes the padding of base64 as an escape, which means the same. */
    private static String plain(Object json) {
        return json.toString().replace("\\u003d", "=");
    }
}
