package org.keyhopper.directory.support.oauth;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.Effect;
import org.keyhopper.directory.support.json.JsonView;

/** Signing a person in on another screen, by a code (RFC 8628). */
public final class DeviceCode implements RefreshTokenGrant.Interactive {

    private static final Duration SLOWER = Duration.ofSeconds(5);
    private static final long USUAL_INTERVAL = 5;
    private static final long USUAL_LIFE = 900;
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final TokenEndpoint endpoint;
    private final URI codeAddress;
    private final String clientId;
    private final String scope;
    private final DirectoryPrompts prompts;
    private final CancellableDelay waiting;

    /** @param codeAddress the device authorization endpoint */
    public DeviceCode(
            TokenEndpoint endpoint,
            URI codeAddress,
            String clientId,
            String scope,
            DirectoryPrompts prompts,
            CancellableDelay waiting) {
        this.endpoint = endpoint;
        this.codeAddress = codeAddress;
        this.clientId = clientId;
        this.scope = scope;
        this.prompts = prompts;
        this.waiting = waiting;
    }

    @Override
    public Answer<Tokens> signIn() {
        try (Form form = new Form().with("client_id", clientId).with("scope", scope)) {
            return endpoint.send(codeAddress, form, Effect.IDEMPOTENT, request -> request)
                    .flatMap(this::shown);
        }
    }

    private Answer<Tokens> shown(ApiResponse response) {
        Optional<JsonView> body = JsonView.parse(response.body());
        Optional<URI> page = body.flatMap(json -> json.text("verification_uri")).flatMap(DeviceCode::address);
        Optional<String> code = body.flatMap(json -> json.text("user_code"));
        Optional<String> handle = body.flatMap(json -> json.text("device_code"));
        if (!response.isSuccessful() || page.isEmpty() || code.isEmpty() || handle.isEmpty()) {
            return Answer.failed(endpoint.problem(response, body));
        }
        long life = body.get().number("expires_in").orElse(USUAL_LIFE);
        long interval = body.get().number("interval").orElse(USUAL_INTERVAL);
        prompts.showDeviceCode(
                code.get(), page.get(), endpoint.clock().instant().plusSeconds(life));
        try {
            return polled(handle.get(), Duration.ofSeconds(interval), Deadline.inSeconds(life));
        } finally {
            prompts.closeDeviceCode();
        }
    }

    private Answer<Tokens> polled(String handle, Duration interval, Deadline deadline) {
        Duration pause = interval;
        while (waiting.waitSilently(pause, deadline)) {
            Answer<ApiResponse> answer = poll(handle);
            String error = answer.result().map(DeviceCode::error).orElse("");
            if (error.equals("slow_down")) {
                pause = pause.plus(SLOWER);
            } else if (!error.equals("authorization_pending")) {
                return answer.flatMap(endpoint::read);
            }
        }
        return Answer.failed(Problem.of(DirectoryProblem.SIGN_IN_CANCELLED));
    }

    private Answer<ApiResponse> poll(String handle) {
        try (Form form =
                new Form().with("grant_type", GRANT).with("client_id", clientId).with("device_code", handle)) {
            return endpoint.send(endpoint.address(), form, Effect.IDEMPOTENT, request -> request);
        }
    }

    private static String error(ApiResponse response) {
        return JsonView.parse(response.body())
                .flatMap(body -> body.text("error"))
                .orElse("");
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text)).filter(uri -> "https".equals(uri.getScheme()) || loopback(uri));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean loopback(URI address) {
        return "http".equals(address.getScheme()) && "127.0.0.1".equals(address.getHost());
    }
}
