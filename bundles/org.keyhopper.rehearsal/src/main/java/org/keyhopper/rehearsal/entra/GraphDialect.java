package org.keyhopper.rehearsal.entra;

import java.util.Optional;
import java.util.Set;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Dialect;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Route;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/** How Graph guards its calls and says no. */
final class GraphDialect implements Dialect {

    private static final Set<Operation> NOT_FOR_ONESELF = Set.of(Operation.OPTIONS, Operation.REGISTER);

    private final TokenIssuer issuer;

    GraphDialect(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public Reply refusal(Misbehaviour misbehaviour) {
        return switch (misbehaviour) {
            case AAGUID_BLOCKED ->
                GraphReply.badRequest("The AAGUID of the authenticator is not allowed by the key restrictions.");
            case ATTESTATION_REFUSED ->
                GraphReply.badRequest("The attestation of the authenticator could not be validated.");
            case TOO_MANY -> GraphReply.badRequest("The user already has the maximum number of passkeys.");
            case METHOD_DISABLED -> GraphReply.badRequest("The FIDO2 method is not enabled for the user by policy.");
            case TOKEN_EXPIRED ->
                GraphReply.error(
                        401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.");
            case FORBIDDEN ->
                GraphReply.error(
                        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
            case NOT_FOUND ->
                GraphReply.error(
                        404,
                        "Request_ResourceNotFound",
                        "Resource does not exist or one of its queried references is missing.");
            case METHOD_NOT_ALLOWED ->
                GraphReply.error(405, "methodNotAllowed", "The method is not supported for this URL.");
            case CONFLICT -> GraphReply.error(409, "conflict", "The credential is already registered.");
            case THROTTLED, THROTTLED_UNTIL -> GraphReply.error(429, "TooManyRequests", "Please retry after");
            case SERVER_ERROR -> mistake("An internal error has occurred.");
            case UNAVAILABLE -> GraphReply.error(503, "ServiceUnavailable", "The service is temporarily unavailable.");
            case SIGN_IN_REFUSED ->
                SignInPages.refusal(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
            case SIGN_IN_NEEDS_PERSON ->
                SignInPages.refusal(400, "interaction_required", "AADSTS50076: You must use MFA.");
            default -> GraphReply.error(misbehaviour.status(), "BadRequest", "The request could not be processed.");
        };
    }

    @Override
    public Reply unknownCall(Call call) {
        return GraphReply.error(404, "BadRequest", "Resource not found for the segment");
    }

    @Override
    public Reply mistake(String words) {
        return GraphReply.error(500, "InternalServerError", words);
    }

    @Override
    public Optional<Reply> objection(Call call, Route route) {
        if (route.operation().isSignIn()) {
            return Optional.empty();
        }
        Optional<TokenIssuer.Grant> grant = issuer.check(call.authorization());
        if (grant.isEmpty()) {
            return Optional.of(refusal(Misbehaviour.TOKEN_EXPIRED));
        }
        if (!GraphRights.allow(route.operation(), issuer.rights())) {
            return Optional.of(refusal(Misbehaviour.FORBIDDEN));
        }
        return isForOneself(route, grant.get())
                ? Optional.of(refusal(Misbehaviour.METHOD_NOT_ALLOWED))
                : Optional.empty();
    }

    private static boolean isForOneself(Route route, TokenIssuer.Grant grant) {
        return grant.delegated()
                && NOT_FOR_ONESELF.contains(route.operation())
                && route.user()
                        .filter(user -> user.id().equals(grant.subject()))
                        .isPresent();
    }

    @Override
    public void expireTokenOf(Call call) {
        issuer.revoke(call.authorization());
    }
}
