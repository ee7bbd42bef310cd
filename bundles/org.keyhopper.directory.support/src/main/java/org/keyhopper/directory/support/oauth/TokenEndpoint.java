package org.keyhopper.directory.support.oauth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.Effect;
import org.keyhopper.directory.support.http.Sender;
import org.keyhopper.directory.support.json.JsonView;

/**
 * Where tokens come from (RFC 6749 section 3.2).
 *
 * @param address the endpoint
 * @param sender a sender without a session
 * @param errors turns refusals into problems
 * @param clock for the life of tokens
 */
public record TokenEndpoint(URI address, Sender sender, SignInErrors errors, Clock clock) {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final long USUAL_LIFE = 3600;

    /** Posts a form and reads the tokens. Asking twice for a token does no harm, so silence is a failure, not doubt. */
    public Answer<Tokens> redeem(Form form) {
        return send(form, request -> request).flatMap(this::read);
    }

    /** As {@link #redeem(Form)}, with the client's name and secret in a Basic header (RFC 6749 section 2.3.1). */
    public Answer<Tokens> redeem(Form form, String basicAuthorization) {
        return send(form, request -> request.with("Authorization", basicAuthorization))
                .flatMap(this::read);
    }

    /** Posts a form whose code is used up by the first request that arrives; without an answer the code is lost. */
    Answer<Tokens> redeemOnce(Form form) {
        Answer<ApiResponse> answer = send(address, form, Effect.NON_IDEMPOTENT, request -> request);
        return (answer instanceof Answer.Unclear<ApiResponse>(Problem problem)
                        ? Answer.<ApiResponse>failed(problem)
                        : answer)
                .flatMap(this::read);
    }

    private Answer<ApiResponse> send(Form form, UnaryOperator<ApiRequest> more) {
        return send(address, form, Effect.IDEMPOTENT, more);
    }

    /** Posts a form to the token endpoint or one of its neighbours, and returns whatever comes. */
    Answer<ApiResponse> send(URI where, Form form, Effect effect, UnaryOperator<ApiRequest> more) {
        byte[] body = form.toBytes();
        try {
            ApiRequest request = more.apply(ApiRequest.post(where, Form.CONTENT_TYPE, body, effect));
            return sender.send(request, Deadline.in(TIMEOUT));
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    Answer<Tokens> read(ApiResponse response) {
        Optional<JsonView> body = JsonView.parse(response.body()).filter(JsonView::isObject);
        Optional<String> token = body.flatMap(json -> json.text("access_token"));
        if (response.isSuccessful() && token.isPresent()) {
            return Answer.done(tokens(body.get(), token.get()));
        }
        return Answer.failed(problem(response, body));
    }

    private Tokens tokens(JsonView body, String token) {
        Duration life = Duration.ofSeconds(body.number("expires_in").orElse(USUAL_LIFE));
        return new Tokens(
                new AccessToken(token, clock.instant(), life),
                body.text("refresh_token").map(Secret::of));
    }

    Problem problem(ApiResponse response, Optional<JsonView> body) {
        if (response.status() == 429) {
            return Problem.of(DirectoryProblem.THROTTLED);
        }
        if (response.isInconclusive()) {
            return Problem.of(DirectoryProblem.SERVER_ERROR, Integer.toString(response.status()));
        }
        return body.filter(json -> json.text("error").isPresent())
                .map(errors::problem)
                .orElseGet(() ->
                        Problem.of(DirectoryProblem.UNREADABLE_ANSWER).withDetail(address.getHost() + ": " + response));
    }
}
