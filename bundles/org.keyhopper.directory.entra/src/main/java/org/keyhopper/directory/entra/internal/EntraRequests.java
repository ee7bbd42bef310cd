package org.keyhopper.directory.entra.internal;

import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.Effect;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.http.UrlText;
import org.keyhopper.directory.support.json.JsonText;
import org.keyhopper.directory.support.webauthn.PasskeyName;

/** The requests to Graph v1.0 as this connector makes them. */
final class EntraRequests {

    private static final String FIELDS = "id,displayName,userPrincipalName,mail,accountEnabled,userType";
    private static final String PAGE = "999";
    static final int LONGEST_NAME = 30;

    private final ServiceAddress graph;

    EntraRequests(ServiceAddress graph) {
        this.graph = graph;
    }

    /** Adds the id under which Microsoft's support finds a request. */
    static ApiRequest marked(ApiRequest request) {
        return request.with("client-request-id", UUID.randomUUID().toString()).with("return-client-request-id", "true");
    }

    /** One person by object id or user principal name. */
    URI user(String reference) {
        String segment = reference.startsWith("$")
                ? "/users('" + UrlText.encode(quoted(reference)) + "')"
                : "/users/" + UrlText.encode(reference);
        return v1(segment, Map.of("$select", FIELDS));
    }

    URI usersByMail(String mail) {
        return users("mail eq '" + quoted(mail) + "'", "2");
    }

    URI usersBeginningWith(String text, int most) {
        String value = "'" + quoted(text) + "')";
        String filter = String.join(
                " or ",
                "startswith(displayName," + value,
                "startswith(userPrincipalName," + value,
                "startswith(mail," + value,
                "startswith(surname," + value);
        return users(filter, Integer.toString(most));
    }

    URI anyUser() {
        return v1("/users", Map.of("$select", "id", "$top", "1"));
    }

    URI anyGroup() {
        return v1("/groups", Map.of("$select", "id", "$top", "1"));
    }

    URI groupsNamed(String name) {
        return v1("/groups", ordered("$filter", "displayName eq '" + quoted(name) + "'", "$select", "id,displayName"));
    }

    URI groupsBeginningWith(String text, int most) {
        String filter = "startswith(displayName,'" + quoted(text) + "')";
        return v1("/groups", ordered("$filter", filter, "$select", "id,displayName", "$top", Integer.toString(most)));
    }

    ApiRequest members(URI page) {
        return ApiRequest.get(page).with("ConsistencyLevel", "eventual");
    }

    URI membersOf(String groupId) {
        String path = "/groups/" + UrlText.encode(groupId) + "/transitiveMembers/microsoft.graph.user";
        return v1(path, ordered("$select", FIELDS, "$count", "true", "$top", PAGE));
    }

    ApiRequest memberGroups(String userId, List<String> groupIds) {
        URI address = v1("/users/" + UrlText.encode(userId) + "/checkMemberGroups", Map.of());
        return ApiRequest.post(address, JsonText.of(Map.of("groupIds", groupIds)), Effect.IDEMPOTENT);
    }

    URI policy() {
        return v1("/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/fido2", Map.of());
    }

    URI creationOptions(String userId) {
        return v1(methods(userId) + "/creationOptions", Map.of());
    }

    URI passkeys(String userId) {
        return v1(methods(userId), Map.of());
    }

    URI passkey(String userId, String methodId) {
        return v1(methods(userId) + "/" + UrlText.encode(methodId), Map.of());
    }

    ApiRequest registration(String userId, NewCredential credential, String displayName) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("clientDataJSON", base64Url(credential.clientDataJson()));
        response.put("attestationObject", base64Url(credential.attestationObject()));
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("id", credential.id().base64Url());
        made.put("response", response);
        made.put("clientExtensionResults", Map.of());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("displayName", shortened(displayName));
        body.put("publicKeyCredential", made);
        return ApiRequest.post(passkeys(userId), JsonText.of(body), Effect.NON_IDEMPOTENT);
    }

    static String shortened(String name) {
        return PasskeyName.cut(name, LONGEST_NAME);
    }

    private URI users(String filter, String top) {
        return v1("/users", ordered("$filter", filter, "$select", FIELDS, "$top", top));
    }

    private URI v1(String path, Map<String, String> query) {
        return graph.resolve("/v1.0" + path + (query.isEmpty() ? "" : UrlText.query(query)));
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static String methods(String userId) {
        return "/users/" + UrlText.encode(userId) + "/authentication/fido2Methods";
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
