package org.keyhopper.directory.pingone.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.Effect;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.http.UrlText;
import org.keyhopper.directory.support.json.JsonText;
import org.keyhopper.directory.support.webauthn.PasskeyName;

/** The requests to PingOne as this connector makes them. */
final class PingOneRequests {

    private static final String ACTIVATE = "application/vnd.pingidentity.device.activate+json";
    static final int LONGEST_NAME = 100;
    private static final int PAGE = 100;

    private final ServiceAddress environment;
    private final PasskeySettings passkeySettings;

    PingOneRequests(ServiceAddress environment, PasskeySettings passkeySettings) {
        this.environment = environment;
        this.passkeySettings = passkeySettings;
    }

    URI environment() {
        return environment.base();
    }

    URI user(String id) {
        return at("/users/" + UrlText.encode(id));
    }

    /** Users with this account name or e-mail address, at most two. */
    URI usersCalled(String name) {
        String value = quoted(name);
        return users("username eq " + value + " or email eq " + value, 2);
    }

    URI usersBeginningWith(String text, int most) {
        return users(Filters.beginningWith(text), Math.min(most, PAGE));
    }

    URI membersOf(String groupId) {
        return users("memberOfGroups[id eq " + quoted(groupId) + "]", PAGE);
    }

    URI anyUser() {
        return at("/users" + UrlText.query(Map.of("limit", "1")));
    }

    URI anyGroup() {
        return at("/groups" + UrlText.query(Map.of("limit", "1")));
    }

    URI group(String id) {
        return at("/groups/" + UrlText.encode(id));
    }

    URI groupsNamed(String name) {
        return at("/groups" + UrlText.query(Map.of("filter", "name eq " + quoted(name))));
    }

    URI groupsBeginningWith(String text, int most) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("filter", "name sw " + quoted(text));
        query.put("limit", Integer.toString(Math.min(most, PAGE)));
        return at("/groups" + UrlText.query(query));
    }

    ApiRequest enableMfa(String userId) {
        return ApiRequest.put(at("/users/" + UrlText.encode(userId) + "/mfaEnabled"), "{\"mfaEnabled\":true}");
    }

    /** Begins an enrolment. Sends only what the administrator set; the rest is for the policy to say. */
    ApiRequest create(String userId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "FIDO2");
        passkeySettings
                .rpId()
                .ifPresent(id -> body.put(
                        "rp", Map.of("id", id, "name", passkeySettings.rpName().orElse(id))));
        passkeySettings.policyId().ifPresent(id -> body.put("policy", Map.of("id", id)));
        return ApiRequest.post(devices(userId), JsonText.of(body), Effect.NON_IDEMPOTENT);
    }

    /** Ends an enrolment: JSON within JSON, in standard base64 but for the id. */
    ApiRequest activate(String userId, EnrolmentOptions options, NewCredential credential) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("clientDataJSON", base64(credential.clientDataJson()));
        response.put("attestationObject", base64(credential.attestationObject()));
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("id", credential.id().base64Url());
        made.put("type", "public-key");
        made.put("rawId", base64(credential.id().toBytes()));
        made.put("response", response);
        made.put("clientExtensionResults", Map.of());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("origin", options.relyingParty().origin());
        body.put("attestation", JsonText.of(made));
        byte[] json = JsonText.of(body).getBytes(StandardCharsets.UTF_8);
        return ApiRequest.post(device(userId, options.enrolmentId()), ACTIVATE, json, Effect.NON_IDEMPOTENT);
    }

    ApiRequest rename(String userId, String deviceId, String name) {
        String json = JsonText.of(Map.of("nickname", shortened(name)));
        return ApiRequest.put(at(devicePath(userId, deviceId) + "/nickname"), json);
    }

    static String shortened(String name) {
        return PasskeyName.cut(name, LONGEST_NAME);
    }

    URI devices(String userId) {
        return at("/users/" + UrlText.encode(userId) + "/devices");
    }

    URI device(String userId, String deviceId) {
        return at(devicePath(userId, deviceId));
    }

    URI fidoPolicies() {
        return at("/fido2Policies");
    }

    URI devicePolicies() {
        return at("/deviceAuthenticationPolicies");
    }

    URI models() {
        return at("/fidoDevicesMetadata");
    }

    private URI users(String filter, int limit) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("filter", filter);
        query.put("limit", Integer.toString(limit));
        return at("/users" + UrlText.query(query));
    }

    private static String quoted(String value) {
        return Filters.quoted(value);
    }

    private static String devicePath(String userId, String deviceId) {
        return "/users/" + UrlText.encode(userId) + "/devices/" + UrlText.encode(deviceId);
    }

    private URI at(String path) {
        return environment.resolve(path);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
