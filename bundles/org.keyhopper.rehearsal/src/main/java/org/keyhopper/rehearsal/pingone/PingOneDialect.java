package org.keyhopper.rehearsal.pingone;

import java.util.Optional;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Dialect;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Route;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/** How PingOne guards its calls and says no. */
final class PingOneDialect implements Dialect {

    private final TokenIssuer issuer;

    PingOneDialect(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public Reply refusal(Misbehaviour misbehaviour) {
        return switch (misbehaviour) {
            case AAGUID_BLOCKED -> PingOneReply.invalid("attestation", "The authenticator is not allowed by policy.");
            case ATTESTATION_REFUSED -> PingOneReply.invalid("attestation", "The attestation is not valid.");
            case ORIGIN_REFUSED -> PingOneReply.invalid("origin", "The origin does not match the relying party.");
            case METHOD_DISABLED -> PingOneReply.invalid("type", "FIDO2 is not enabled in the policy of the user.");
            case TOO_MANY -> PingOneReply.limit(DevicePages.MOST);
            case CONFLICT -> PingOneReply.uniqueness();
            case TOKEN_EXPIRED ->
                PingOneReply.error(401, "ACCESS_FAILED", "The request could not be completed. The token is expired.");
            case FORBIDDEN ->
                PingOneReply.error(
                        403, "ACCESS_FAILED", "The request could not be completed. You do not have access to it.");
            case NOT_FOUND -> PingOneReply.notFound("The resource");
            case METHOD_NOT_ALLOWED -> PingOneReply.error(405, "METHOD_NOT_ALLOWED", "The method is not allowed.");
            case THROTTLED, THROTTLED_UNTIL ->
                PingOneReply.error(429, "REQUEST_LIMITED", "The request exceeded the rate limit.");
            case SIGN_IN_REFUSED ->
                PingOneReply.oauth(401, "invalid_client", "Request denied: Invalid client credentials");
            case SIGN_IN_NEEDS_PERSON -> PingOneReply.oauth(400, "interaction_required", "A person has to sign in");
            case SERVER_ERROR -> mistake("An unexpected error occurred.");
            case UNAVAILABLE -> PingOneReply.error(503, "UNEXPECTED_ERROR", "The service is unavailable.");
            default -> PingOneReply.malformed("The request could not be completed.");
        };
    }

    @Override
    public Reply unknownCall(Call call) {
        return PingOneReply.notFound("The resource");
    }

    @Override
    public Reply mistake(String words) {
        return PingOneReply.error(500, "UNEXPECTED_ERROR", words);
    }

    @Override
    public Optional<Reply> objection(Call call, Route route) {
        if (route.operation().isSignIn()) {
            return Optional.empty();
        }
        if (issuer.check(call.authorization()).isEmpty()) {
            return Optional.of(refusal(Misbehaviour.TOKEN_EXPIRED));
        }
        String needed = route.operation() == Operation.POLICY
                ? PingOneSandboxOptions.POLICY_ROLE
                : PingOneSandboxOptions.PEOPLE_ROLE;
        return issuer.rights().contains(needed) ? Optional.empty() : Optional.of(refusal(Misbehaviour.FORBIDDEN));
    }

    @Override
    public void expireTokenOf(Call call) {
        issuer.revoke(call.authorization());
    }
}
