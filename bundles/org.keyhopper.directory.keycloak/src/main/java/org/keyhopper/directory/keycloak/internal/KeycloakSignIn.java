package org.keyhopper.directory.keycloak.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.directory.support.Connection;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.UrlText;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.oauth.ClientCertificate;
import org.keyhopper.directory.support.oauth.ClientCredentials;
import org.keyhopper.directory.support.oauth.SignInErrors;
import org.keyhopper.directory.support.oauth.StoredSecret;
import org.keyhopper.directory.support.oauth.TokenEndpoint;
import org.keyhopper.directory.support.oauth.TokenGrant;
import org.keyhopper.directory.support.oauth.TokenHolder;

/** Signs in as the service account of a client (client credentials), with a secret or with private_key_jwt. */
final class KeycloakSignIn {

    private static final Duration DISCOVERY_TIMEOUT = Duration.ofSeconds(90);

    private final KeycloakSettings settings;
    private final Secrets secrets;
    private final Connection connection;

    /**
     * A realm, signed in.
     *
     * @param issuer the realm's address as users see it, which need not be the one that the admin API is reached at
     */
    record Realm(URI issuer, TokenHolder tokens) {}

    KeycloakSignIn(KeycloakSettings settings, Secrets secrets, Connection connection) {
        this.settings = settings;
        this.secrets = secrets;
        this.connection = connection;
    }

    Answer<Realm> signIn() {
        return issuer().flatMap(issuer -> grant().flatMap(Connection::signIn).map(tokens -> new Realm(issuer, tokens)));
    }

    /** Reads OpenID Provider Configuration (OpenID Connect Discovery 1.0 section 4). */
    private Answer<URI> issuer() {
        ApiRequest request = ApiRequest.get(at("/.well-known/openid-configuration"));
        return connection.sender().send(request, Deadline.in(DISCOVERY_TIMEOUT)).flatMap(this::issuer);
    }

    private Answer<URI> issuer(ApiResponse response) {
        if (response.status() == 404) {
            return Answer.failed(SettingFault.NOT_KNOWN_THERE.of(KeycloakFields.REALM));
        }
        if (!response.isSuccessful()) {
            return Answer.failed(KeycloakErrors.problem(response));
        }
        return JsonView.parse(response.body())
                .flatMap(body -> body.text("issuer"))
                .flatMap(KeycloakSignIn::address)
                .map(Answer::done)
                .orElseGet(() -> Answer.failed(JsonSession.unreadable("a provider configuration without issuer")));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text)).filter(address -> address.getHost() != null);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Answer<TokenGrant> grant() {
        TokenEndpoint endpoint = new TokenEndpoint(
                at("/protocol/openid-connect/token"), connection.sender(), SignInErrors::standard, Clock.systemUTC());
        String client = settings.clientId();
        if (settings.certificate().isEmpty()) {
            return Answer.done(ClientCredentials.secretInForm(endpoint, client, Optional.empty(), this::clientSecret));
        }
        try (Secret password = StoredSecret.orEmpty(secrets, KeycloakFields.CERTIFICATE_PASSWORD)) {
            return ClientCertificate.read(
                            KeycloakFields.CERTIFICATE, settings.certificate().get(), password)
                    .map(certificate -> certificate.withKeyId(settings.keyId()))
                    .map(certificate -> ClientCredentials.certificate(endpoint, client, Optional.empty(), certificate));
        }
    }

    private Secret clientSecret() {
        return StoredSecret.orEmpty(secrets, KeycloakFields.CLIENT_SECRET);
    }

    private URI at(String path) {
        return settings.server().resolve("/realms/" + UrlText.encode(settings.realm()) + path);
    }
}
