package org.keyhopper.rehearsal.pingone;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Pkce;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/** The sign-in of PingOne. The person is always an administrator, and says yes. */
final class TokenPages {

    /** The addresses registered with the application. The port counts. */
    private static final Set<String> REDIRECTS = Set.of(
            "http://localhost:9443/keyhopper", "http://localhost:9444/keyhopper", "http://localhost:9445/keyhopper");

    private static final String ADMINISTRATOR = "00000000-0000-4000-8000-000000000001";

    private final PingOneCredentials application;
    private final boolean secretInForm;
    private final TokenIssuer issuer;
    private final Map<String, CodeGiven> codes = new ConcurrentHashMap<>();

    /** What an authorization code is bound to. */
    private record CodeGiven(String redirect, String challenge) {}

    TokenPages(PingOneCredentials application, boolean secretInForm, TokenIssuer issuer) {
        this.application = application;
        this.secretInForm = secretInForm;
        this.issuer = issuer;
    }

    Reply authorize(Call call) {
        String redirect = call.parameter("redirect_uri").orElse("");
        Optional<String> challenge = call.parameter("code_challenge");
        boolean wellFormed = is(call, "response_type", "code")
                && is(call, "client_id", application.clientId())
                && is(call, "code_challenge_method", "S256")
                && challenge.isPresent()
                && REDIRECTS.contains(redirect);
        if (!wellFormed) {
            return PingOneReply.oauth(400, "invalid_request", "The request is not complete or the redirect not known");
        }
        String code = TokenIssuer.random(32);
        codes.put(code, new CodeGiven(redirect, challenge.get()));
        String state = URLEncoder.encode(call.parameter("state").orElse(""), StandardCharsets.UTF_8);
        return Reply.empty(302).with("Location", redirect + "?code=" + code + "&state=" + state);
    }

    private static boolean is(Call call, String name, String wanted) {
        return call.parameter(name).filter(wanted::equals).isPresent();
    }

    Reply token(Call call) {
        if (!call.contentType().equals("application/x-www-form-urlencoded")) {
            return PingOneReply.oauth(400, "invalid_request", "The body must be a form");
        }
        Map<String, String> form = call.form();
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> application(call, form);
            case "authorization_code" -> code(form);
            case "refresh_token" ->
                issuer.redeem(form.getOrDefault("refresh_token", ""))
                        .map(grant -> Reply.ok(issuer.issue(ADMINISTRATOR, true)))
                        .orElseGet(() -> PingOneReply.oauth(400, "invalid_grant", "The refresh token has expired"));
            default -> PingOneReply.oauth(400, "unsupported_grant_type", "The grant type is not supported");
        };
    }

    private Reply application(Call call, Map<String, String> form) {
        boolean known = secretInForm ? inForm(call, form) : inHeader(call, form);
        return known
                ? Reply.ok(issuer.issue(application.clientId(), false))
                : PingOneReply.oauth(
                        401, "invalid_client", "Request denied: Unsupported authentication method or bad credentials");
    }

    private boolean inForm(Call call, Map<String, String> form) {
        return call.authorization().isEmpty()
                && application.clientId().equals(form.get("client_id"))
                && application.clientSecret().equals(form.get("client_secret"));
    }

    private boolean inHeader(Call call, Map<String, String> form) {
        String header = call.authorization().orElse("");
        if (!header.startsWith("Basic ") || form.containsKey("client_secret")) {
            return false;
        }
        String pair =
                new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8);
        return URLDecoder.decode(pair, StandardCharsets.UTF_8)
                .equals(application.clientId() + ":" + application.clientSecret());
    }

    private Reply code(Map<String, String> form) {
        CodeGiven given = codes.remove(form.getOrDefault("code", ""));
        boolean good = given != null
                && application.clientId().equals(form.get("client_id"))
                && given.redirect().equals(form.get("redirect_uri"))
                && given.challenge().equals(Pkce.challengeOf(form.getOrDefault("code_verifier", "")));
        return good
                ? Reply.ok(issuer.issue(ADMINISTRATOR, true))
                : PingOneReply.oauth(400, "invalid_grant", "The code is expired or not known");
    }
}
