package org.keyhopper.rehearsal.entra;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyhopper.rehearsal.sandbox.AssertionJwt;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Pkce;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/** The sign-in of Entra: token, authorize and devicecode endpoints. The person is always the operator, and says yes. */
final class SignInPages {

    private final SandboxCredentials application;
    private final SandboxOptions options;
    private final TokenIssuer issuer;
    private final Map<String, CodeGiven> codes = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> deviceCodes = new ConcurrentHashMap<>();

    /** What an authorization code is bound to. */
    private record CodeGiven(String redirect, String codeChallenge) {}

    SignInPages(SandboxCredentials application, SandboxOptions options, TokenIssuer issuer) {
        this.application = application;
        this.options = options;
        this.issuer = issuer;
    }

    Reply authorize(Call call) {
        String redirect = call.parameter("redirect_uri").orElse("");
        String challenge = call.parameter("code_challenge").orElse("");
        boolean wellFormed =
                call.parameter("response_type").filter("code"::equals).isPresent()
                        && call.parameter("client_id")
                                .filter(application.clientId()::equals)
                                .isPresent()
                        && call.parameter("code_challenge_method")
                                .filter("S256"::equals)
                                .isPresent()
                        && redirect.startsWith("http://localhost:");
        if (!wellFormed) {
            return refusal(400, "invalid_request", "AADSTS900144: the request is not complete");
        }
        String code = TokenIssuer.random(32);
        codes.put(code, new CodeGiven(redirect, challenge));
        String state = URLEncoder.encode(call.parameter("state").orElse(""), StandardCharsets.UTF_8);
        return Reply.empty(302).with("Location", redirect + "?code=" + code + "&state=" + state);
    }

    Reply deviceCode(Call call, String page) {
        if (!application.clientId().equals(call.form().get("client_id"))) {
            return unknownApplication();
        }
        String code = TokenIssuer.random(32);
        deviceCodes.put(code, new AtomicInteger());
        return Reply.ok(Json.object(
                "device_code",
                code,
                "user_code",
                "REHEARSE",
                "verification_uri",
                page,
                "expires_in",
                900,
                "interval",
                1,
                "message",
                "Type the code REHEARSE"));
    }

    Reply token(Call call, String address) {
        Map<String, String> form = call.form();
        if (!application.clientId().equals(form.get("client_id"))) {
            return unknownApplication();
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> application(form, address);
            case "authorization_code" -> code(form);
            case "refresh_token" ->
                issuer.redeem(form.getOrDefault("refresh_token", ""))
                        .map(grant -> person())
                        .orElseGet(() -> refusal(400, "invalid_grant", "AADSTS700082: The refresh token has expired."));
            case "urn:ietf:params:oauth:grant-type:device_code" -> device(form.getOrDefault("device_code", ""));
            default -> refusal(400, "unsupported_grant_type", "AADSTS70003: The grant type is not supported.");
        };
    }

    private Reply application(Map<String, String> form, String address) {
        Optional<String> assertion = Optional.ofNullable(form.get("client_assertion"));
        if (assertion.isPresent()) {
            boolean good = options.certificate()
                    .filter(registered ->
                            AssertionJwt.isGood(assertion.get(), registered, application.clientId(), address))
                    .isPresent();
            return good
                    ? app()
                    : refusal(401, "invalid_client", "AADSTS700027: The certificate used to sign is not registered.");
        }
        return application.clientSecret().equals(form.get("client_secret"))
                ? app()
                : refusal(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
    }

    private Reply code(Map<String, String> form) {
        CodeGiven given = codes.remove(form.getOrDefault("code", ""));
        boolean good = given != null
                && given.redirect().equals(form.get("redirect_uri"))
                && given.codeChallenge().equals(Pkce.challengeOf(form.getOrDefault("code_verifier", "")));
        return good ? person() : refusal(400, "invalid_grant", "AADSTS70008: The code is expired or not known.");
    }

    private Reply device(String code) {
        AtomicInteger polls = deviceCodes.get(code);
        if (polls == null) {
            return refusal(400, "bad_verification_code", "AADSTS70019: The code is not known.");
        }
        if (polls.incrementAndGet() < options.lives().deviceCodePolls()) {
            return refusal(400, "authorization_pending", "AADSTS70016: The person has not signed in yet.");
        }
        deviceCodes.remove(code);
        return person();
    }

    private Reply app() {
        return Reply.ok(issuer.issue(application.servicePrincipalId(), false));
    }

    private Reply person() {
        return Reply.ok(issuer.issue(options.operator(), true));
    }

    private static Reply unknownApplication() {
        return refusal(400, "unauthorized_client", "AADSTS700016: Application was not found in the directory.");
    }

    static Reply refusal(int status, String error, String description) {
        return Reply.json(
                status,
                Json.object(
                        "error", error, "error_description", description + "\r\nTrace ID: rehearsal", "trace_id", "0"));
    }
}
