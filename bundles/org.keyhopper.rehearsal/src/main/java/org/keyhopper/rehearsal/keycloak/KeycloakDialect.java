package org.keyhopper.rehearsal.keycloak;

import java.util.Optional;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Dialect;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Route;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/** How Keycloak guards its calls and says no. */
record KeycloakDialect(TokenIssuer issuer) implements Dialect {

    @Override
    public Reply refusal(Misbehaviour misbehaviour) {
        return switch (misbehaviour) {
            case SIGN_IN_REFUSED ->
                KeycloakReply.oauth(401, "unauthorized_client", "Invalid client or Invalid client credentials");
            case TOKEN_EXPIRED -> KeycloakReply.error(401, "HTTP 401 Unauthorized");
            case FORBIDDEN -> KeycloakReply.error(403, "HTTP 403 Forbidden");
            case NOT_FOUND -> KeycloakReply.unknownUser();
            case CONFLICT -> KeycloakReply.message(409, "User exists with same username or email");
            case THROTTLED, THROTTLED_UNTIL -> KeycloakReply.error(429, "HTTP 429 Too Many Requests");
            case SERVER_ERROR -> mistake("unknown_error");
            case UNAVAILABLE -> KeycloakReply.error(503, "HTTP 503 Service Unavailable");
            case BAD_REQUEST -> KeycloakReply.message(400, "Could not update user!");
            default -> KeycloakReply.error(misbehaviour.status(), "HTTP " + misbehaviour.status());
        };
    }

    @Override
    public Reply unknownCall(Call call) {
        return KeycloakReply.error(404, "HTTP 404 Not Found");
    }

    @Override
    public Reply mistake(String words) {
        return KeycloakReply.oauth(500, "unknown_error", words);
    }

    @Override
    public Optional<Reply> objection(Call call, Route route) {
        if (route.operation() == Operation.TOKEN || route.operation() == Operation.AUTHORIZE) {
            return Optional.empty();
        }
        if (issuer.check(call.authorization()).isEmpty()) {
            return Optional.of(refusal(Misbehaviour.TOKEN_EXPIRED));
        }
        return KeycloakRights.allow(route.operation(), issuer.rights())
                ? Optional.empty()
                : Optional.of(refusal(Misbehaviour.FORBIDDEN));
    }

    @Override
    public void expireTokenOf(Call call) {
        issuer.revoke(call.authorization());
    }
}
