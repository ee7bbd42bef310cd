package org.keyhopper.central.operator;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.central.access.Grant;

/**
 * A person who works with Central. One that was added by name before the first sign-in has no identity yet.
 *
 * @param id stable
 * @param login the name at the identity provider, by which roles can be assigned before the first sign-in
 * @param identity of the provider; binds the login at the first sign-in
 * @param name for people
 * @param grants the roles that were assigned by name
 * @param claims the values of the mapped claim at the last sign-in, each as {@code claim=value}
 * @param disabled may not sign in; open sessions end
 * @param version counts the changes
 */
public record Operator(
        String id,
        String login,
        Optional<Identity> identity,
        String name,
        List<Grant> grants,
        List<String> claims,
        Instant created,
        Optional<Instant> lastSignIn,
        boolean disabled,
        long version) {

    /**
     * Whom the identity provider means (OpenID Connect Core section 2).
     *
     * @param subject unique at the issuer and never assigned anew
     */
    public record Identity(String issuer, String subject) {
        public Identity {
            Objects.requireNonNull(issuer);
            Objects.requireNonNull(subject);
        }
    }

    public Operator {
        Objects.requireNonNull(id);
        Objects.requireNonNull(login);
        grants = List.copyOf(grants);
        claims = List.copyOf(claims);
    }

    /** Returns the operator as the provider describes it at a sign-in. */
    public Operator signedIn(Identity proven, String currentName, List<String> currentClaims, Instant now) {
        return new Operator(
                id,
                login,
                Optional.of(proven),
                currentName,
                grants,
                currentClaims,
                created,
                Optional.of(now),
                disabled,
                version);
    }

    /** Returns the operator with other roles. */
    public Operator with(List<Grant> assigned, boolean nowDisabled) {
        return new Operator(id, login, identity, name, assigned, claims, created, lastSignIn, nowDisabled, version + 1);
    }
}
