package org.keyhopper.rehearsal.keycloak;

import java.security.cert.X509Certificate;
import java.time.Duration;
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

    private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(1);

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
        return certificate.map(registered -> signed(form, registered)).orElseGet(() -> withSecret(form));
    }

    private Reply withSecret(Map<String, String> form) {
        boolean right = client.clientId().equals(form.get("client_id"))
                && client.clientSecret().equals(form.get("client_secret"));
        return right
                ? issued()
                : KeycloakReply.oauth(401, "unauthorized_client", "Invalid client or Invalid client credentials");
    }

    private Reply signed(Map<String, String> form, X509Certificate registered) {
        String jwt = form.getOrDefault("client_assertion", "");
        if (!AssertionJwt.isGood(jwt, registered, client.clientId(), url + "/protocol/openid-connect/token")) {
            return KeycloakReply.oauth(400, "invalid_client", "Signature on JWT token failed validation");
        }
        return AssertionJwt.isShortLivedOrDated(jwt, LONGEST_ASSERTION)
                ? issued()
                : KeycloakReply.oauth(
                        400,
                        "invalid_client",
                        "Token expiration is too far in the future and iat claim not present in token");
    }

    private Reply issued() {
        return Reply.ok(issuer.issue("service-account-" + client.clientId(), false));
    }
}
