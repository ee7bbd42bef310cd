package org.keyhopper.central.client.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.central.CentralConnectionProblem;

/** An operator signs in for this station: the browser asks at Central, and comes back to a loopback address (RFC 8252). */
final class OperatorSignIn {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration CANCELLATION = Duration.ofMillis(250);
    private static final Duration REDEMPTION = Duration.ofSeconds(20);
    private static final String PATH = "/signed-in";
    private static final String FAREWELL = "<!doctype html><meta charset=utf-8><title>Keyhopper</title>"
            + "<p style='font:large sans-serif;margin:3em'>Back to Keyhopper: you can close this window.</p>";

    private final CentralHttp http;
    private final TokenSession session;
    private final String station;
    private final String state = random();
    private final String verifier = random();
    private final CompletableFuture<String> code = new CompletableFuture<>();

    OperatorSignIn(CentralHttp http, TokenSession session, String station) {
        this.http = http;
        this.session = session;
        this.station = station;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Answer<Secret> run(Consumer<URI> browser, BooleanSupplier cancelled) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            return cancelled(e.toString());
        }
        try {
            server.createContext(PATH, this::answer);
            server.start();
            String redirect = "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
            browser.accept(page(redirect));
            return arrived(cancelled)
                    .map(it -> session.redeem(it, redirect, verifier, Deadline.in(REDEMPTION)))
                    .orElseGet(() -> cancelled("the browser did not come back"));
        } finally {
            server.stop(0);
        }
    }

    private Answer<Secret> cancelled(String detail) {
        return Answer.failed(http.problem(CentralConnectionProblem.SIGN_IN_CANCELLED, detail));
    }

    private URI page(String redirect) {
        return URI.create(http.url(HttpCall.get("/authorize?response_type=code&client_id="
                + URLEncoder.encode(station, StandardCharsets.UTF_8)
                + "&redirect_uri=" + URLEncoder.encode(redirect, StandardCharsets.UTF_8)
                + "&code_challenge=" + challenge() + "&code_challenge_method=S256&state=" + state)));
    }

    private String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Optional<String> arrived(BooleanSupplier cancelled) {
        Deadline deadline = Deadline.in(LONGEST);
        while (!deadline.hasPassed() && !cancelled.getAsBoolean()) {
            try {
                return Optional.of(code.get(CANCELLATION.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the code cannot fail", e);
            }
        }
        return Optional.empty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> parameters = parameters(exchange.getRequestURI());
            boolean ours = state.equals(parameters.get("state")) && parameters.containsKey("code");
            byte[] body = ours ? FAREWELL.getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(ours ? 200 : 400, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            if (ours) {
                code.complete(parameters.get("code"));
            }
        }
    }

    private static Map<String, String> parameters(URI address) {
        Map<String, String> parameters = new HashMap<>();
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        for (String pair : query.split("&")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                parameters.put(
                        pair.substring(0, sign), URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
