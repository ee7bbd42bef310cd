package org.keyhopper.directory.pingone.internal;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.directory.support.http.Sender;
import org.keyhopper.directory.support.oauth.BrowserSignIn;
import org.keyhopper.directory.support.oauth.ClientCredentials;
import org.keyhopper.directory.support.oauth.RefreshTokenGrant;
import org.keyhopper.directory.support.oauth.SignInErrors;
import org.keyhopper.directory.support.oauth.StoredSecret;
import org.keyhopper.directory.support.oauth.TokenEndpoint;
import org.keyhopper.directory.support.oauth.TokenGrant;

/** Makes the way of signing in that the settings ask for. Rights come from roles, so there is no scope but openid. */
final class PingOneSignIn {

    private static final String SCOPE = "openid";

    private final PingOneSettings settings;
    private final Secrets secrets;
    private final DirectoryPrompts prompts;
    private final TokenEndpoint endpoint;

    PingOneSignIn(PingOneSettings settings, Secrets secrets, DirectoryPrompts prompts, Sender sender) {
        this.settings = settings;
        this.secrets = secrets;
        this.prompts = prompts;
        endpoint = new TokenEndpoint(at("/token"), sender, SignInErrors::standard, Clock.systemUTC());
    }

    TokenGrant grant() {
        return settings.signIn() == SignInMethod.BROWSER ? browser() : application();
    }

    private TokenGrant application() {
        return switch (settings.tokenAuth()) {
            case BASIC ->
                ClientCredentials.secretInHeader(endpoint, settings.clientId(), Optional.empty(), this::clientSecret);
            case POST ->
                ClientCredentials.secretInForm(endpoint, settings.clientId(), Optional.empty(), this::clientSecret);
        };
    }

    private TokenGrant browser() {
        BrowserSignIn.Request request = new BrowserSignIn.Request(
                at("/authorize"), settings.clientId(), SCOPE, Map.of(), RedirectAddress.REDIRECT);
        return new RefreshTokenGrant(
                endpoint, settings.clientId(), SCOPE, secrets, new BrowserSignIn(endpoint, request, prompts));
    }

    private Secret clientSecret() {
        return StoredSecret.orEmpty(secrets, PingOneFields.CLIENT_SECRET);
    }

    private URI at(String path) {
        return settings.addresses().auth().resolve(path);
    }
}
