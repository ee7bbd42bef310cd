package org.example.acme.sandbox;

import java.util.Optional;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Dialect;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Route;

/**
 * How Acme Identity guards its calls and words its refusals.
 *
 * @param token the only one that is valid
 */
record AcmeDialect(String token) implements Dialect {

    @Override
    public Reply refusal(Misbehaviour misbehaviour) {
        return switch (misbehaviour) {
            case AAGUID_BLOCKED -> AcmeReply.error(400, "model-refused", "This model is not allowed");
            case ATTESTATION_REFUSED -> AcmeReply.error(400, "attestation-refused", "No valid attestation");
            case ORIGIN_REFUSED -> AcmeReply.error(400, "origin-refused", "Another origin");
            case TOO_MANY -> AcmeReply.error(400, "too-many", "No further passkey is allowed");
            case METHOD_DISABLED -> AcmeReply.error(400, "passkeys-off", "Passkeys are switched off");
            case TOKEN_EXPIRED, SIGN_IN_REFUSED -> AcmeReply.error(401, "unauthorized", "The token is not valid");
            case FORBIDDEN -> AcmeReply.error(403, "forbidden", "The token may not do this");
            case NOT_FOUND -> AcmeReply.notFound("such thing");
            case CONFLICT -> AcmeReply.error(409, "duplicate", "It is registered already");
            case THROTTLED, THROTTLED_UNTIL -> AcmeReply.error(429, "slow-down", "Too many requests");
            case SERVER_ERROR -> mistake("Internal error");
            default -> AcmeReply.error(misbehaviour.status(), "error", misbehaviour.word());
        };
    }

    @Override
    public Reply unknownCall(Call call) {
        return AcmeReply.notFound(call.method() + " " + call.rawPath());
    }

    @Override
    public Reply mistake(String words) {
        return AcmeReply.error(500, "internal", words);
    }

    @Override
    public Optional<Reply> objection(Call call, Route route) {
        boolean valid = call.authorization().filter(("Bearer " + token)::equals).isPresent();
        return valid ? Optional.empty() : Optional.of(refusal(Misbehaviour.TOKEN_EXPIRED));
    }

    /** The token is a fixed one: this call alone is refused. */
    @Override
    public void expireTokenOf(Call call) {}
}
