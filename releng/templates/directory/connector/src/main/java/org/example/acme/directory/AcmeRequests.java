package org.example.acme.directory;

import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.Effect;
import org.keyhopper.directory.support.http.UrlText;
import org.keyhopper.directory.support.json.JsonText;

/** The requests to Acme Identity. */
record AcmeRequests(AcmeSettings settings) {

    private static final int PAGE = 100;

    /** Returns the relying party of the tenant's passkeys. */
    String rpId() {
        return settings.tenant() + ".acme.example";
    }

    /** One person by id or account. */
    URI person(String reference) {
        return at("/people/" + UrlText.encode(reference));
    }

    URI peopleByMail(String mail) {
        return at("/people" + UrlText.query(Map.of("mail", mail)));
    }

    URI peopleBeginningWith(String text, int most) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("begins", text);
        query.put("limit", Integer.toString(Math.min(most, PAGE)));
        return at("/people" + UrlText.query(query));
    }

    URI anyPerson() {
        return at("/people?limit=1");
    }

    URI groupsBeginningWith(String name) {
        return at("/groups" + UrlText.query(Map.of("begins", name)));
    }

    URI membersOf(String groupId) {
        return at("/groups/" + UrlText.encode(groupId) + "/members?limit=" + PAGE);
    }

    URI passkeys(String personId) {
        return at("/people/" + UrlText.encode(personId) + "/passkeys");
    }

    URI passkey(String personId, String passkeyId) {
        return at("/people/" + UrlText.encode(personId) + "/passkeys/" + UrlText.encode(passkeyId));
    }

    /** Each call creates an entry, so it is not repeated by itself. */
    ApiRequest begin(String personId) {
        return ApiRequest.post(passkeys(personId), "{}", Effect.NON_IDEMPOTENT);
    }

    /** Both in base64url without padding. */
    ApiRequest finish(String personId, String passkeyId, NewCredential credential) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("attestationObject", base64.encodeToString(credential.attestationObject()));
        body.put("clientDataJSON", base64.encodeToString(credential.clientDataJson()));
        URI address = at("/people/" + UrlText.encode(personId) + "/passkeys/" + UrlText.encode(passkeyId) + "/finish");
        return ApiRequest.post(address, JsonText.of(body), Effect.NON_IDEMPOTENT);
    }

    private URI at(String path) {
        return settings.service().resolve("/api/" + settings.tenant() + path);
    }
}
