package org.keyhopper.rehearsal.keycloak;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.rehearsal.sandbox.AssertionJwt;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/**
 * The sign-in of the realm: provider configuration and token endpoint.
 *
 * @param certificate of a client that signs its assertions
 * @param url the realm's address
 */
record KeycloakSignInPages(
        KeycloakCredentials client, Optional<X509Certificate> certificate, TokenIssuer issuer, String url) {

    Reply configuration() {
        return Reply.ok(Json.object(
                "issuer", "https://" + KeycloakRealm.HOST + "/realms/" + KeycloakCredentials.REALM,
                "token_endpoint", url + "/protocol/openid-connect/token"));
    }

    Reply token(Call call) {
        Map<String, String> form = call.form();
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return KeycloakReply.oauth(400, "unsupported_grant_type", "Unsupported grant_type");
        }
        return isProved(form)
                ? Reply.ok(issuer.issue("service-account-" + client.clientId(), false))
                : KeycloakReply.oauth(401, "unauthorized_client", "Invalid client or Invalid client credentials");
    }

    private boolean isProved(Map<String, String> form) {
        String audience = url + "/protocol/openid-connect/token";
        return certificate
                .map(registered -> AssertionJwt.isGood(
                        form.getOrDefault("client_assertion", ""), registered, client.clientId(), audience))
                .orElseGet(() -> client.clientId().equals(form.get("client_id"))
                        && client.clientSecret().equals(form.get("client_secret")));
    }
}
