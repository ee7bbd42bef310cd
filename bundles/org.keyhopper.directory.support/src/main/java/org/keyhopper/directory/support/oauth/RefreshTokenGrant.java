package org.keyhopper.directory.support.oauth;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;

/**
 * Keeps a person signed in with a refresh token (RFC 6749 section 6). The token rotates, so the newest one is kept at
 * once. Only when the provider refuses it is the person asked again.
 */
public final class RefreshTokenGrant implements TokenGrant {

    /** The key of the refresh token among a directory's secrets. */
    public static final String REFRESH_TOKEN = "refreshToken";

    /** Signs a person in. */
    @FunctionalInterface
    public interface Interactive {
        Answer<Tokens> signIn();
    }

    private final TokenEndpoint endpoint;
    private final String clientId;
    private final String scope;
    private final Secrets secrets;
    private final Interactive interactive;

    public RefreshTokenGrant(
            TokenEndpoint endpoint, String clientId, String scope, Secrets secrets, Interactive interactive) {
        this.endpoint = endpoint;
        this.clientId = clientId;
        this.scope = scope;
        this.secrets = secrets;
        this.interactive = interactive;
    }

    @Override
    public Answer<AccessToken> obtain() {
        Optional<Secret> remembered = secrets.get(REFRESH_TOKEN);
        Answer<Tokens> answer = remembered.map(this::refreshed).orElseGet(interactive::signIn);
        if (remembered.isPresent() && isRefused(answer)) {
            secrets.forget(REFRESH_TOKEN);
            answer = interactive.signIn();
        }
        return answer.map(this::kept);
    }

    private Answer<Tokens> refreshed(Secret token) {
        try (token;
                Form form = new Form()
                        .with("grant_type", "refresh_token")
                        .with("client_id", clientId)
                        .with("scope", scope)
                        .with("refresh_token", token)) {
            return endpoint.redeem(form);
        }
    }

    private AccessToken kept(Tokens tokens) {
        tokens.refresh().ifPresent(token -> {
            try (token) {
                secrets.put(REFRESH_TOKEN, token);
            }
        });
        return tokens.access();
    }

    private static boolean isRefused(Answer<Tokens> answer) {
        return answer.failure()
                .map(Problem::code)
                .filter(RefreshTokenGrant::refuses)
                .isPresent();
    }

    private static boolean refuses(Object code) {
        return code == DirectoryProblem.SIGN_IN_REFUSED
                || code == DirectoryProblem.SIGN_IN_NEEDS_PERSON
                || code == DirectoryProblem.SESSION_EXPIRED;
    }
}
