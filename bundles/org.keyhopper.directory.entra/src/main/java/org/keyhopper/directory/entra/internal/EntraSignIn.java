package org.keyhopper.directory.entra.internal;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.directory.support.Connection;
import org.keyhopper.directory.support.http.UrlText;
import org.keyhopper.directory.support.oauth.BrowserSignIn;
import org.keyhopper.directory.support.oauth.ClientCertificate;
import org.keyhopper.directory.support.oauth.ClientCredentials;
import org.keyhopper.directory.support.oauth.DeviceCode;
import org.keyhopper.directory.support.oauth.LoopbackListener;
import org.keyhopper.directory.support.oauth.RefreshTokenGrant;
import org.keyhopper.directory.support.oauth.StoredSecret;
import org.keyhopper.directory.support.oauth.TokenEndpoint;
import org.keyhopper.directory.support.oauth.TokenGrant;

/** Makes the way of signing in that the settings ask for. */
final class EntraSignIn {

    private static final String[] DELEGATED = {
        "UserAuthMethod-Passkey.ReadWrite.All",
        "User.ReadBasic.All",
        "GroupMember.Read.All",
        "Policy.Read.AuthenticationMethod"
    };

    private final EntraSettings settings;
    private final Secrets secrets;
    private final Connection connection;
    private final TokenEndpoint endpoint;

    EntraSignIn(EntraSettings settings, Secrets secrets, Connection connection) {
        this.settings = settings;
        this.secrets = secrets;
        this.connection = connection;
        endpoint = new TokenEndpoint(oauth("token"), connection.sender(), SignInCodes::problem, Clock.systemUTC());
    }

    Answer<TokenGrant> grant() {
        return switch (settings.signIn()) {
            case CLIENT_SECRET ->
                Answer.done(
                        ClientCredentials.secretInForm(endpoint, settings.clientId(), appScope(), this::clientSecret));
            case CERTIFICATE ->
                certificate()
                        .map(found -> ClientCredentials.certificate(endpoint, settings.clientId(), appScope(), found));
            case BROWSER -> Answer.done(remembered(browser()));
            case DEVICE_CODE -> Answer.done(remembered(deviceCode()));
        };
    }

    private Answer<ClientCertificate> certificate() {
        try (Secret password = StoredSecret.orEmpty(secrets, EntraFields.CERTIFICATE_PASSWORD)) {
            return ClientCertificate.read(EntraFields.CERTIFICATE, settings.certificate(), password);
        }
    }

    private RefreshTokenGrant.Interactive browser() {
        BrowserSignIn.Request request = new BrowserSignIn.Request(
                oauth("authorize"),
                settings.clientId(),
                delegatedScope(),
                Map.of("prompt", "select_account"),
                LoopbackListener.Redirect.ANY_PORT);
        return new BrowserSignIn(endpoint, request, connection.prompts());
    }

    private RefreshTokenGrant.Interactive deviceCode() {
        return new DeviceCode(
                endpoint,
                oauth("devicecode"),
                settings.clientId(),
                delegatedScope(),
                connection.prompts(),
                connection.delay());
    }

    private TokenGrant remembered(RefreshTokenGrant.Interactive interactive) {
        return new RefreshTokenGrant(endpoint, settings.clientId(), delegatedScope(), secrets, interactive);
    }

    private Secret clientSecret() {
        return StoredSecret.orEmpty(secrets, EntraFields.CLIENT_SECRET);
    }

    private Optional<String> appScope() {
        return Optional.of(settings.graph() + "/.default");
    }

    private String delegatedScope() {
        StringBuilder scope = new StringBuilder();
        for (String permission : DELEGATED) {
            scope.append(settings.graph()).append('/').append(permission).append(' ');
        }
        return scope + "offline_access openid profile";
    }

    private URI oauth(String name) {
        return settings.login().resolve("/" + UrlText.encode(settings.tenant()) + "/oauth2/v2.0/" + name);
    }
}
