package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Gives out access and refresh tokens and knows them again. Thread-safe. */
public final class TokenIssuer {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String tenant;
    private final Duration life;
    private final Set<String> rights;
    private final JsonObject claims;
    private final Map<String, Grant> access = new ConcurrentHashMap<>();
    private final Map<String, Grant> refresh = new ConcurrentHashMap<>();

    /** Who a token stands for: the application itself, or a person by way of it. */
    public record Grant(String subject, boolean delegated, Instant expires) {}

    public TokenIssuer(String tenant, Duration life, Set<String> rights) {
        this(tenant, life, rights, new JsonObject());
    }

    /** @param claims more claims of every access token */
    public TokenIssuer(String tenant, Duration life, Set<String> rights, JsonObject claims) {
        this.tenant = tenant;
        this.life = life;
        this.rights = rights;
        this.claims = claims;
    }

    public Set<String> rights() {
        return rights;
    }

    /** Returns the answer of the token endpoint; with a refresh token when there is a person. */
    public JsonObject issue(String subject, boolean delegated) {
        Grant grant = new Grant(subject, delegated, Instant.now().plus(life));
        String token = jwt(grant);
        access.put(token, grant);
        JsonObject answer =
                Json.object("token_type", "Bearer", "expires_in", life.toSeconds(), "ext_expires_in", life.toSeconds());
        answer.addProperty("access_token", token);
        if (delegated) {
            String again = random(48);
            refresh.put(again, grant);
            answer.addProperty("refresh_token", again);
        }
        return answer;
    }

    public Optional<Grant> check(Optional<String> authorization) {
        return authorization
                .filter(text -> text.startsWith("Bearer "))
                .map(text -> access.get(text.substring("Bearer ".length())))
                .filter(grant -> Instant.now().isBefore(grant.expires()));
    }

    /** Takes a refresh token back: it rotates. */
    public Optional<Grant> redeem(String refreshToken) {
        return Optional.ofNullable(refresh.remove(refreshToken));
    }

    public void revoke(Optional<String> authorization) {
        authorization.ifPresent(text -> access.remove(text.replaceFirst("^Bearer ", "")));
    }

    public void revokeAll() {
        access.clear();
    }

    public void revokeRefreshTokens() {
        refresh.clear();
    }

    private String jwt(Grant grant) {
        JsonObject payload = Json.object(
                "aud",
                "graph",
                "oid",
                grant.subject(),
                "tid",
                tenant,
                "exp",
                grant.expires().getEpochSecond());
        if (grant.delegated()) {
            payload.addProperty("scp", String.join(" ", new TreeSet<>(rights)));
        } else {
            payload.add("roles", Json.array(rights));
        }
        claims.asMap().forEach(payload::add);
        return part(Json.object("typ", "JWT", "alg", "RS256")) + "." + part(payload) + "." + random(64);
    }

    private static String part(JsonObject json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
