package org.keyhopper.central.server.internal.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How operators sign in.
 *
 * @param provider empty if only stations and API clients sign in
 * @param idle how long a session lasts without a call
 * @param lifetime how long it lasts in any case
 * @param breakGlass whether the code for emergencies is accepted
 */
public record SignInConfiguration(Optional<Provider> provider, Duration idle, Duration lifetime, boolean breakGlass) {

    /** Unless the file has others. */
    public static final SignInConfiguration NONE =
            new SignInConfiguration(Optional.empty(), Duration.ofMinutes(30), Duration.ofMinutes(600), false);

    /**
     * The OpenID provider.
     *
     * @param issuer its identifier, under which its metadata is found (OpenID Connect Discovery section 4)
     * @param clientId Central's id there
     * @param clientSecret the file with Central's secret; empty for a public client
     * @param scopes to ask for, openid among them
     * @param loginClaim the claim with the login, such as {@code preferred_username}
     */
    public record Provider(
            URI issuer, String clientId, Optional<Path> clientSecret, List<String> scopes, String loginClaim) {
        public Provider {
            Objects.requireNonNull(issuer);
            Objects.requireNonNull(clientId);
            Objects.requireNonNull(loginClaim);
            scopes = List.copyOf(scopes);
        }
    }

    public SignInConfiguration {
        Objects.requireNonNull(provider);
        Objects.requireNonNull(idle);
        Objects.requireNonNull(lifetime);
    }
}
