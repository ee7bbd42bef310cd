package org.keyhopper.rehearsal.okta;

import java.util.Optional;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Dialect;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Route;

/**
 * How Okta guards its calls and says no.
 *
 * @param token the only one that is good
 */
record OktaDialect(String token) implements Dialect {

    @Override
    public Reply refusal(Misbehaviour misbehaviour) {
        return switch (misbehaviour) {
            case AAGUID_BLOCKED -> OktaReply.invalid("The authenticator is not allowed by policy.");
            case ATTESTATION_REFUSED -> OktaReply.invalid("The attestation is not valid.");
            case ORIGIN_REFUSED -> OktaReply.invalid("The origin does not match.");
            case TOO_MANY -> OktaReply.invalid("The maximum number of factors is reached.");
            case METHOD_DISABLED -> OktaReply.invalid("The factor is not enabled.");
            case TOKEN_EXPIRED, SIGN_IN_REFUSED -> OktaReply.error(401, "E0000011", "Invalid token provided");
            case FORBIDDEN -> OktaReply.error(403, "E0000006", "You do not have permission to perform the action");
            case NOT_FOUND -> OktaReply.notFound("it");
            case CONFLICT -> OktaReply.error(409, "E0000157", "The authenticator is enrolled already");
            case THROTTLED, THROTTLED_UNTIL -> OktaReply.error(429, "E0000047", "API call exceeded rate limit");
            case SERVER_ERROR -> mistake("Internal Server Error");
            case UNAVAILABLE -> OktaReply.error(503, "E0000010", "Service is in read only mode");
            default -> OktaReply.error(misbehaviour.status(), "E0000003", "The request body was not well-formed");
        };
    }

    @Override
    public Reply unknownCall(Call call) {
        return OktaReply.error(404, "E0000022", "The endpoint does not support the provided HTTP method");
    }

    @Override
    public Reply mistake(String words) {
        return OktaReply.error(500, "E0000009", words);
    }

    @Override
    public Optional<Reply> objection(Call call, Route route) {
        boolean good = call.authorization().filter(("SSWS " + token)::equals).isPresent();
        return good ? Optional.empty() : Optional.of(refusal(Misbehaviour.TOKEN_EXPIRED));
    }

    /** The token is a fixed one: this call alone is refused. */
    @Override
    public void expireTokenOf(Call call) {}
}
