package org.keyhopper.directory.support.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.directory.support.http.UrlText;

/** Signing in as the application itself (RFC 6749 section 4.4). There is no refresh token: a new one is asked for. */
public final class ClientCredentials {

    private ClientCredentials() {}

    /** With a secret in the form ({@code client_secret_post}). The supplied copy of the secret is wiped after use. */
    public static TokenGrant secretInForm(
            TokenEndpoint endpoint, String clientId, Optional<String> scope, Supplier<Secret> secret) {
        return TokenGrant.unattended(() -> {
            try (Secret value = secret.get();
                    Form form = form(scope).with("client_id", clientId).with("client_secret", value)) {
                return endpoint.redeem(form).map(Tokens::access);
            }
        });
    }

    /** With a secret in the header ({@code client_secret_basic}). */
    public static TokenGrant secretInHeader(
            TokenEndpoint endpoint, String clientId, Optional<String> scope, Supplier<Secret> secret) {
        return TokenGrant.unattended(() -> {
            try (Secret value = secret.get();
                    Form form = form(scope)) {
                return endpoint.redeem(form, basic(clientId, value)).map(Tokens::access);
            }
        });
    }

    /** With an assertion signed by the key of a certificate (RFC 7523 section 2.2). */
    public static TokenGrant certificate(
            TokenEndpoint endpoint, String clientId, Optional<String> scope, ClientCertificate certificate) {
        ClientAssertion assertion =
                new ClientAssertion(certificate, clientId, endpoint.address().toString(), endpoint.clock());
        return TokenGrant.unattended(() -> assertion.sign().flatMap(jwt -> {
            try (Form form = form(scope)
                    .with("client_id", clientId)
                    .with("client_assertion_type", ClientAssertion.TYPE)
                    .with("client_assertion", jwt)) {
                return endpoint.redeem(form).map(Tokens::access);
            }
        }));
    }

    private static Form form(Optional<String> scope) {
        Form form = new Form().with("grant_type", "client_credentials");
        scope.ifPresent(value -> form.with("scope", value));
        return form;
    }

    private static String basic(String clientId, Secret secret) {
        char[] characters = secret.toChars();
        String pair = UrlText.encode(clientId) + ":" + UrlText.encode(String.valueOf(characters));
        Arrays.fill(characters, '\0');
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }
}
