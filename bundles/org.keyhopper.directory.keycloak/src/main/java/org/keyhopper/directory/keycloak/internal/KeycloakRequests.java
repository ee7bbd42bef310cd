package org.keyhopper.directory.keycloak.internal;

import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.Effect;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.http.UrlText;
import org.keyhopper.directory.support.json.JsonText;
import org.keyhopper.directory.support.webauthn.AttestationObject;
import org.keyhopper.directory.support.webauthn.PasskeyName;

/** The requests to the admin API of a realm as this connector makes them. */
final class KeycloakRequests {

    static final int PAGE = 500;
    static final int LONGEST_NAME = 255;

    private final ServiceAddress server;
    private final String realm;
    private final String admin;

    KeycloakRequests(ServiceAddress server, String realm) {
        this.server = server;
        this.realm = "/realms/" + UrlText.encode(realm);
        admin = "/admin" + this.realm;
    }

    /** Returns the address of the pages where users manage their account. */
    URI accountConsole() {
        return server.resolve(realm + "/account/");
    }

    URI realm() {
        return at("", Map.of());
    }

    URI user(String id) {
        return at("/users/" + UrlText.encode(id), Map.of());
    }

    /** The user with this user name or e-mail address, whatever its case; two, if there is more than one. */
    URI usersWith(String attribute, String value) {
        return at("/users", ordered(attribute, value, "exact", "true", "max", "2"));
    }

    URI usersBeginningWith(String text, int first, int most) {
        return at("/users", ordered("search", text, "first", number(first), "max", number(most)));
    }

    URI anyUser() {
        return at("/users", Map.of("max", "1"));
    }

    URI groupsNamed(String name) {
        return at("/groups", ordered("search", name, "exact", "true", "max", number(PAGE)));
    }

    URI groupsContaining(String text, int most) {
        return at("/groups", ordered("search", text, "max", number(most)));
    }

    URI anyGroup() {
        return at("/groups", Map.of("max", "1"));
    }

    URI group(String id) {
        return at("/groups/" + UrlText.encode(id), Map.of());
    }

    URI membersOf(String groupId, int first) {
        return at(
                "/groups/" + UrlText.encode(groupId) + "/members",
                ordered("first", number(first), "max", number(PAGE)));
    }

    URI childrenOf(String groupId, int first) {
        return at(
                "/groups/" + UrlText.encode(groupId) + "/children",
                ordered("first", number(first), "max", number(PAGE)));
    }

    URI credentials(String userId) {
        return at("/users/" + UrlText.encode(userId) + "/credentials", Map.of());
    }

    URI credential(String userId, String credentialId) {
        return at("/users/" + UrlText.encode(userId) + "/credentials/" + UrlText.encode(credentialId), Map.of());
    }

    /**
     * Adds one credential to a user. Of the user nothing but the credential is sent, so that nothing else is changed.
     *
     * @param id of our own choice
     */
    ApiRequest registration(
            String userId, String id, AttestationObject attestation, List<String> transports, String name) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("aaguid", attestation.aaguid().toString());
        data.put(
                "credentialId",
                Base64.getEncoder().encodeToString(attestation.credentialId().toBytes()));
        data.put("counter", attestation.signCount());
        data.put(
                "credentialPublicKey", Base64.getUrlEncoder().withoutPadding().encodeToString(attestation.publicKey()));
        data.put("attestationStatementFormat", attestation.format());
        data.put("transports", transports);
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("id", id);
        credential.put("type", KeycloakCredential.PASSWORDLESS);
        credential.put("userLabel", name);
        credential.put("secretData", "{}");
        credential.put("credentialData", JsonText.of(data));
        return ApiRequest.put(
                user(userId), JsonText.of(Map.of("credentials", List.of(credential))), Effect.NON_IDEMPOTENT);
    }

    /** Cuts to what the column takes, counted in UTF-16 code units. */
    static String shortened(String name, int longest) {
        String cut = PasskeyName.cut(name, longest);
        while (cut.length() > longest) {
            cut = PasskeyName.cut(cut, cut.codePointCount(0, cut.length()) - 1);
        }
        return cut;
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static String number(int value) {
        return Integer.toString(value);
    }

    private URI at(String path, Map<String, String> query) {
        return server.resolve(admin + path + (query.isEmpty() ? "" : UrlText.query(query)));
    }
}
