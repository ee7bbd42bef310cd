package org.keyhopper.directory.okta.internal;

import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.Effect;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.http.UrlText;
import org.keyhopper.directory.support.json.JsonText;

/** The requests to Okta as this connector makes them. */
final class OktaRequests {

    private static final int PAGE = 200;

    private final ServiceAddress org;

    OktaRequests(ServiceAddress org) {
        this.org = org;
    }

    /** One person by id or login. */
    URI user(String reference) {
        return at("/users/" + UrlText.encode(reference));
    }

    URI usersByMail(String mail) {
        return users("search", "profile.email eq " + quoted(mail), 2);
    }

    URI usersBeginningWith(String text, int most) {
        String begins = " sw " + quoted(text);
        String filter = String.join(
                " or ",
                "profile.login" + begins,
                "profile.firstName" + begins,
                "profile.lastName" + begins,
                "profile.displayName" + begins,
                "profile.email" + begins);
        return users("search", filter, Math.min(most, PAGE));
    }

    URI anyUser() {
        return at("/users?limit=1");
    }

    URI groupsBeginningWith(String name) {
        return at("/groups" + UrlText.query(Map.of("q", name)));
    }

    URI membersOf(String groupId) {
        return at("/groups/" + UrlText.encode(groupId) + "/users?limit=" + PAGE);
    }

    ApiRequest create(String userId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("factorType", OktaResponses.FACTOR_TYPE);
        body.put("provider", "FIDO");
        return ApiRequest.post(factors(userId), JsonText.of(body), Effect.NON_IDEMPOTENT);
    }

    /** Both in standard base64. */
    ApiRequest activate(String userId, String factorId, NewCredential credential) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("attestation", Base64.getEncoder().encodeToString(credential.attestationObject()));
        body.put("clientData", Base64.getEncoder().encodeToString(credential.clientDataJson()));
        URI address = at(factorPath(userId, factorId) + "/lifecycle/activate");
        return ApiRequest.post(address, JsonText.of(body), Effect.NON_IDEMPOTENT);
    }

    URI factors(String userId) {
        return at("/users/" + UrlText.encode(userId) + "/factors");
    }

    URI factor(String userId, String factorId) {
        return at(factorPath(userId, factorId));
    }

    private static String factorPath(String userId, String factorId) {
        return "/users/" + UrlText.encode(userId) + "/factors/" + UrlText.encode(factorId);
    }

    private URI users(String name, String filter, int limit) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put(name, filter);
        query.put("limit", Integer.toString(limit));
        return at("/users" + UrlText.query(query));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private URI at(String path) {
        return org.resolve("/api/v1" + path);
    }
}
