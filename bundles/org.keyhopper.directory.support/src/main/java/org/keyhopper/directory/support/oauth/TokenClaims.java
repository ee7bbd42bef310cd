package org.keyhopper.directory.support.oauth;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.directory.support.json.JsonView;

/**
 * What an access token says of itself, where it happens to be a JWT. The signature is not ours to check, so nothing but
 * hints may rest on it.
 *
 * @param subject the object id of who signed in (claim {@code oid}), if told
 * @param rights application roles and delegated scopes together; empty when not told
 */
public record TokenClaims(Optional<String> subject, Set<String> rights) {

    static final TokenClaims NONE = new TokenClaims(Optional.empty(), Set.of());

    public TokenClaims {
        rights = Set.copyOf(rights);
    }

    static TokenClaims of(String token) {
        String[] parts = token.split("\\.");
        return parts.length == 3 ? payload(parts[1]).map(TokenClaims::of).orElse(NONE) : NONE;
    }

    private static Optional<JsonView> payload(String part) {
        try {
            return JsonView.parse(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException opaque) {
            return Optional.empty();
        }
    }

    private static TokenClaims of(JsonView claims) {
        Set<String> rights = new HashSet<>(claims.texts("roles"));
        claims.text("scp").ifPresent(scopes -> rights.addAll(Arrays.asList(scopes.split(" "))));
        return new TokenClaims(claims.text("oid"), rights);
    }
}
