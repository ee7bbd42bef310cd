package org.keyhopper.central.client.internal;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.central.CentralConnectionProblem;

/**
 * Sends calls with token and proof. The token is renewed before it expires; a refused token, nonce or clock is corrected and the
 * call sent once more, which is safe since a call that is not authenticated has no effect. Any thread.
 */
final class TokenSession {

    private static final String TOKEN_PATH = "/api/v1/token";
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** A token with less life than this is renewed first. */
    private static final Duration AHEAD = Duration.ofSeconds(45);

    private static final int UNAUTHORIZED = 401;
    private static final int BAD_REQUEST = 400;

    private final CentralHttp http;
    private final StationKey key;
    private final String station;
    private final Clock clock;
    private final Optional<Secret> signIn;

    /** Guarded by this. */
    private String token;

    private Instant renewal = Instant.MIN;
    private volatile Duration offset = Duration.ZERO;
    private volatile Optional<String> nonce = Optional.empty();

    /** @param signIn the refresh token of the operator who signed in; empty for the roles of the station */
    TokenSession(CentralHttp http, StationKey key, String station, Optional<Secret> signIn, Clock clock) {
        this.http = http;
        this.key = key;
        this.station = station;
        this.signIn = signIn.map(Secret::copy);
        this.clock = clock;
    }

    /** Sends a call that needs no token, with a proof. */
    static Answer<HttpReply> sendWithProof(CentralHttp http, StationKey key, HttpCall call, Deadline deadline) {
        TokenSession open = new TokenSession(http, key, "", Optional.empty(), Clock.systemUTC());
        Answer<HttpReply> answer = open.sendOnce(call, Optional.empty(), deadline);
        return open.corrects(answer) ? open.sendOnce(call, Optional.empty(), deadline) : answer;
    }

    /** Sends a call once it has a token. */
    Answer<HttpReply> send(HttpCall call, Deadline deadline) {
        Answer<String> first = token(deadline, false);
        Answer<HttpReply> answer = first.flatMap(it -> sendOnce(call, Optional.of(it), deadline));
        if (first.result().isEmpty() || !corrects(answer)) {
            return answer;
        }
        return token(deadline, true).flatMap(it -> sendOnce(call, Optional.of(it), deadline));
    }

    private Answer<HttpReply> sendOnce(HttpCall call, Optional<String> with, Deadline deadline) {
        Map<String, String> headers = new HashMap<>();
        headers.put("DPoP", key.proof(call.method(), http.url(call), now(), with, nonce));
        with.ifPresent(it -> headers.put("Authorization", "DPoP " + it));
        Answer<HttpReply> answer = http.send(call, headers, deadline);
        answer.result().flatMap(reply -> reply.header("DPoP-Nonce")).ifPresent(it -> nonce = Optional.of(it));
        return answer;
    }

    /** Returns whether the call was refused for a reason that the next attempt does not have. */
    private boolean corrects(Answer<HttpReply> answer) {
        Optional<HttpReply> refused = answer.result()
                .filter(reply -> reply.status() == UNAUTHORIZED
                        || reply.status() == BAD_REQUEST
                                && reply.header("DPoP-Nonce").isPresent());
        refused.flatMap(HttpReply::date).ifPresent(date -> offset = Duration.between(clock.instant(), date));
        return refused.isPresent();
    }

    private Instant now() {
        return clock.instant().plus(offset);
    }

    private synchronized Answer<String> token(Deadline deadline, boolean fresh) {
        if (!fresh && token != null && clock.instant().isBefore(renewal)) {
            return Answer.done(token);
        }
        Answer<HttpReply> answer = fetch(deadline);
        if (corrects(answer)) {
            answer = fetch(deadline);
        }
        return switch (answer) {
            case Answer.Done<HttpReply>(HttpReply reply) -> hasEnded(reply) ? ended() : issued(reply);
            case Answer.Failed<HttpReply>(Problem problem) -> Answer.failed(problem);
            // Without a token the call itself was not sent.
            case Answer.Unclear<HttpReply>(Problem problem) ->
                Answer.failed(Problem.of(
                                CentralConnectionProblem.UNREACHABLE,
                                problem.arguments().getFirst())
                        .withDetail(problem.detail()));
        };
    }

    /** A token of the station itself is refused with another code, such as when the station was revoked. */
    private boolean hasEnded(HttpReply reply) {
        return signIn.isPresent()
                && reply.problem()
                        .filter(problem -> problem.code().id().equals("central.code-not-valid"))
                        .isPresent();
    }

    private Answer<String> ended() {
        return Answer.failed(http.problem(CentralConnectionProblem.SIGN_IN_ENDED, ""));
    }

    private Answer<HttpReply> fetch(Deadline deadline) {
        return fetch(
                signIn.map(it -> "grant_type=refresh_token&refresh_token=" + encoded(new String(it.toChars())))
                        .orElse("grant_type=client_credentials"),
                deadline);
    }

    /** Redeems the authorization code of an operator; returns the refresh token. */
    Answer<Secret> redeem(String code, String redirect, String verifier, Deadline deadline) {
        String grant = "grant_type=authorization_code&code=" + encoded(code) + "&redirect_uri=" + encoded(redirect)
                + "&code_verifier=" + encoded(verifier);
        Answer<HttpReply> answer = fetch(grant, deadline);
        if (corrects(answer)) {
            answer = fetch(grant, deadline);
        }
        return answer.flatMap(reply -> issued(reply).flatMap(issued -> {
            try {
                return Answer.done(Secret.of(Members.text(reply.json(), "refresh_token")));
            } catch (BadReplyException e) {
                return Answer.failed(http.problem(CentralConnectionProblem.BAD_ANSWER, e.getMessage()));
            }
        }));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Answer<HttpReply> fetch(String grant, Deadline deadline) {
        String form = grant + "&client_assertion_type="
                + URLEncoder.encode(ASSERTION_TYPE, StandardCharsets.UTF_8)
                + "&client_assertion="
                + key.assertion(station, http.url(new HttpCall("POST", TOKEN_PATH, "", "", Map.of())), now());
        HttpCall call = new HttpCall("POST", TOKEN_PATH, "application/x-www-form-urlencoded", form, Map.of());
        return sendOnce(call, Optional.empty(), deadline);
    }

    private Answer<String> issued(HttpReply reply) {
        if (!reply.isSuccess()) {
            return Answer.failed(reply.problem()
                    .orElseGet(() -> http.problem(CentralConnectionProblem.BAD_ANSWER, reply.excerpt())));
        }
        try {
            JsonObject body = reply.json();
            Duration life = Duration.ofSeconds(Members.number(body, "expires_in"));
            token = Members.text(body, "access_token");
            renewal = clock.instant().plus(life).minus(AHEAD.compareTo(life) < 0 ? AHEAD : life.dividedBy(2));
            return Answer.done(token);
        } catch (BadReplyException e) {
            return Answer.failed(http.problem(CentralConnectionProblem.BAD_ANSWER, e.getMessage()));
        }
    }
}
