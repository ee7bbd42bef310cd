package org.keyhopper.directory.support.oauth;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.directory.support.json.JsonView;

/**
 * The claims of an access token, where it is a JWT (RFC 9068). The signature is for the resource server to verify, so they
 * are good for diagnostics only.
 *
 * @param claims the payload, an empty object when the token is opaque; never to be logged
 */
public record TokenClaims(JsonView claims) {

    static final TokenClaims NONE = new TokenClaims(JsonView.parse("{}").orElseThrow());

    static TokenClaims of(String token) {
        String[] parts = token.split("\\.");
        return parts.length == 3 ? payload(parts[1]).map(TokenClaims::new).orElse(NONE) : NONE;
    }

    private static Optional<JsonView> payload(String part) {
        try {
            return JsonView.parse(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException opaque) {
            return Optional.empty();
        }
    }

    /** Returns the object id of the signed-in account (claim {@code oid} of Entra ID). */
    public Optional<String> subject() {
        return claims.text("oid");
    }

    /** Returns application roles and delegated scopes together; empty when the token does not name them. */
    public Set<String> rights() {
        Set<String> rights = new HashSet<>(claims.texts("roles"));
        claims.text("scp").ifPresent(scopes -> rights.addAll(Arrays.asList(scopes.split(" "))));
        return Set.copyOf(rights);
    }
}
