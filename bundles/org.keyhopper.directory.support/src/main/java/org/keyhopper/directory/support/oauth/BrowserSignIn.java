package org.keyhopper.directory.support.oauth;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.directory.support.http.UrlText;
import org.keyhopper.directory.support.json.JsonText;
import org.keyhopper.directory.support.json.JsonView;

/** Signing a person in with the system's browser: authorization code with PKCE (RFC 6749, RFC 7636, RFC 8252). */
public final class BrowserSignIn implements RefreshTokenGrant.Interactive {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /**
     * What is asked for.
     *
     * @param page the authorization endpoint
     * @param clientId the application
     * @param scope separated by spaces
     * @param extra further parameters, such as {@code prompt}
     * @param redirect where the browser is sent back to
     */
    public record Request(
            URI page, String clientId, String scope, Map<String, String> extra, LoopbackListener.Redirect redirect) {}

    private final TokenEndpoint endpoint;
    private final Request request;
    private final DirectoryPrompts prompts;

    public BrowserSignIn(TokenEndpoint endpoint, Request request, DirectoryPrompts prompts) {
        this.endpoint = endpoint;
        this.request = request;
        this.prompts = prompts;
    }

    @Override
    public Answer<Tokens> signIn() {
        String state = random();
        try (LoopbackListener listener = LoopbackListener.open(request.redirect(), state)) {
            Pkce pkce = Pkce.of(random());
            prompts.openBrowser(page(listener.redirect(), state, pkce));
            Optional<Map<String, String>> came = listener.await(Deadline.in(TIMEOUT), prompts::isCancelled);
            return came.map(parameters -> redeemed(parameters, listener.redirect(), pkce))
                    .orElseGet(() -> Answer.failed(Problem.of(DirectoryProblem.SIGN_IN_CANCELLED)));
        } catch (IOException noPort) {
            return Answer.failed(Problem.of(
                            DirectoryProblem.SIGN_IN_PORT_TAKEN,
                            request.redirect().words())
                    .withDetail("no port to listen at: " + noPort.getMessage()));
        }
    }

    private URI page(URI redirect, String state, Pkce pkce) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", request.clientId());
        parameters.put("redirect_uri", redirect.toString());
        parameters.put("scope", request.scope());
        parameters.put("state", state);
        parameters.put("code_challenge", pkce.challenge());
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(request.extra());
        return URI.create(request.page() + UrlText.query(parameters));
    }

    private Answer<Tokens> redeemed(Map<String, String> parameters, URI redirect, Pkce pkce) {
        String code = parameters.get("code");
        if (code == null) {
            return Answer.failed(refusal(parameters));
        }
        try (Form form = new Form()
                .with("grant_type", "authorization_code")
                .with("client_id", request.clientId())
                .with("code", code)
                .with("redirect_uri", redirect.toString())
                .with("code_verifier", pkce.verifier())) {
            return endpoint.redeemOnce(form);
        }
    }

    private Problem refusal(Map<String, String> parameters) {
        return JsonView.parse(JsonText.of(parameters))
                .map(endpoint.errors()::problem)
                .orElseThrow();
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
