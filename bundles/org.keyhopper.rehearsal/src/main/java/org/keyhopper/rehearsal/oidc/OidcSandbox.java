package org.keyhopper.rehearsal.oidc;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.rehearsal.sandbox.SandboxServer;

/**
 * An OpenID provider at loopback. A browser chooses one of its accounts, or enters that of a person; a test names it with the
 * parameter {@code account} of the authorization request, and a second factor with {@code factor}. Thread-safe.
 */
public final class OidcSandbox implements AutoCloseable {

    /** Central's id here; it has no secret. */
    public static final String CLIENT = "keyhopper-central";

    private static final int OK = 200;
    private static final int FOUND = 302;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int LIFE_SECONDS = 300;

    /** What a code was given for. */
    private record Given(OidcAccount account, Map<String, String> request) {}

    private final SandboxServer server;
    private final Map<String, Given> codes = new ConcurrentHashMap<>();
    private volatile SigningKey key = SigningKey.first();
    private volatile OidcMisbehaviour misbehaviour = OidcMisbehaviour.NONE;

    private OidcSandbox(SandboxServer server) {
        this.server = server;
    }

    /** Starts at a port, or at any free one for 0. */
    public static OidcSandbox start(int port) throws IOException {
        OidcSandbox sandbox = new OidcSandbox(SandboxServer.at(port));
        sandbox.server.start(sandbox::answer, exchange -> reply(exchange, NOT_FOUND, "text/plain", ""));
        return sandbox;
    }

    /** Returns its issuer identifier. */
    public String issuer() {
        return server.url();
    }

    public void misbehave(OidcMisbehaviour now) {
        misbehaviour = now;
    }

    /** Signs with another key from now on, and publishes that one only. */
    public void rollKeys() {
        key = SigningKey.fresh();
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> reply(exchange, OK, "application/json", metadata());
            case "/jwks" -> reply(exchange, OK, "application/json", keys());
            case "/authorize" ->
                authorize(exchange, parameters(exchange.getRequestURI().getRawQuery()));
            case "/token" ->
                token(
                        exchange,
                        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII)));
            case "/end-session" -> {
                Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
                redirect(exchange, asked.getOrDefault("post_logout_redirect_uri", issuer()));
            }
            default -> reply(exchange, NOT_FOUND, "text/plain", "");
        }
    }

    private String metadata() {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("issuer", issuer());
        metadata.addProperty("authorization_endpoint", issuer() + "/authorize");
        metadata.addProperty("token_endpoint", issuer() + "/token");
        metadata.addProperty("jwks_uri", issuer() + "/jwks");
        metadata.addProperty("end_session_endpoint", issuer() + "/end-session");
        metadata.add("response_types_supported", array("code"));
        metadata.add("subject_types_supported", array("public"));
        metadata.add("id_token_signing_alg_values_supported", array("RS256"));
        metadata.add("code_challenge_methods_supported", array("S256"));
        return metadata.toString();
    }

    private static JsonArray array(String... values) {
        JsonArray array = new JsonArray();
        for (String value : values) {
            array.add(value);
        }
        return array;
    }

    private String keys() {
        JsonArray keys = new JsonArray();
        keys.add(key.jwk());
        JsonObject set = new JsonObject();
        set.add("keys", keys);
        return set.toString();
    }

    private void authorize(HttpExchange exchange, Map<String, String> request) throws IOException {
        boolean complete = CLIENT.equals(request.get("client_id"))
                && "code".equals(request.get("response_type"))
                && "S256".equals(request.get("code_challenge_method"))
                && request.containsKey("redirect_uri")
                && request.containsKey("nonce");
        Optional<OidcAccount> account = OidcAccount.named(request.getOrDefault("account", ""));
        if (!complete) {
            reply(exchange, BAD_REQUEST, "text/plain", "invalid_request");
        } else if (account.isEmpty()) {
            reply(
                    exchange,
                    OK,
                    "text/html; charset=utf-8",
                    choice(exchange.getRequestURI().getRawQuery()));
        } else {
            String code = UUID.randomUUID().toString();
            codes.put(code, new Given(account.get(), request));
            redirect(exchange, request.get("redirect_uri") + "?code=" + code + "&state=" + request.get("state"));
        }
    }

    private static String choice(String query) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><title>Sandbox</title><h1>Sign in as</h1><ul>");
        String escaped = escaped(query);
        OidcAccount.ALL.forEach(account -> page.append("<li><a href=\"/authorize?")
                .append(escaped)
                .append("&amp;account=")
                .append(account.login())
                .append("\">")
                .append(account.name())
                .append("</a>"));
        page.append("</ul><form action=\"/authorize\">");
        parameters(query).forEach((name, value) -> page.append("<input type=\"hidden\" name=\"")
                .append(escaped(name))
                .append("\" value=\"")
                .append(escaped(value))
                .append("\">"));
        return page.append("<p><label>Account <input name=\"account\"></label>")
                .append(
                        "<p><label><input type=\"checkbox\" name=\"factor\" value=\"otp\"> With a second factor</label>")
                .append("<p><button>Sign in</button></form>")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    private void token(HttpExchange exchange, Map<String, String> request) throws IOException {
        Given given = codes.remove(request.getOrDefault("code", ""));
        boolean valid = given != null
                && given.request().get("redirect_uri").equals(request.get("redirect_uri"))
                && given.request().get("code_challenge").equals(sha256(request.getOrDefault("code_verifier", "")));
        if (!valid) {
            reply(exchange, BAD_REQUEST, "application/json", "{\"error\":\"invalid_grant\"}");
            return;
        }
        JsonObject tokens = new JsonObject();
        tokens.addProperty("access_token", UUID.randomUUID().toString());
        tokens.addProperty("token_type", "Bearer");
        tokens.addProperty("expires_in", LIFE_SECONDS);
        tokens.addProperty("id_token", idToken(given));
        reply(exchange, OK, "application/json", tokens.toString());
    }

    private String idToken(Given given) {
        OidcMisbehaviour wrong = misbehaviour;
        Instant now = Instant.now();
        long age = wrong == OidcMisbehaviour.EXPIRED ? 2 * LIFE_SECONDS : 0;
        JsonObject claims = new JsonObject();
        claims.addProperty("iss", wrong == OidcMisbehaviour.WRONG_ISSUER ? "https://other.example" : issuer());
        claims.addProperty("aud", wrong == OidcMisbehaviour.OTHER_AUDIENCE ? "another-client" : CLIENT);
        claims.addProperty("sub", given.account().login());
        claims.addProperty("iat", now.getEpochSecond() - age);
        claims.addProperty("exp", now.getEpochSecond() - age + LIFE_SECONDS);
        claims.addProperty(
                "nonce",
                wrong == OidcMisbehaviour.WRONG_NONCE
                        ? "other"
                        : given.request().get("nonce"));
        claims.addProperty("auth_time", now.getEpochSecond());
        String factor = given.request().getOrDefault("factor", "");
        claims.add("amr", factor.isEmpty() ? array("pwd") : array("pwd", factor));
        claims.addProperty("preferred_username", given.account().login());
        claims.addProperty("name", given.account().name());
        claims.add(
                "groups",
                given.account().group().isEmpty()
                        ? new JsonArray()
                        : array(given.account().group()));
        SigningKey signing = wrong == OidcMisbehaviour.UNKNOWN_KEY ? SigningKey.fresh() : key;
        return signing.jwt(wrong == OidcMisbehaviour.ALG_NONE ? "none" : "RS256", claims);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(FOUND, -1);
        exchange.close();
    }

    private static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
