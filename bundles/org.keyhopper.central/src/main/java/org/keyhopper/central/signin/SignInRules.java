package org.keyhopper.central.signin;

import java.time.Duration;
import java.util.Objects;

/**
 * What the configuration says of sessions.
 *
 * @param idle how long a session lasts without a call
 * @param absolute how long it lasts in any case
 * @param hash of the code for emergencies
 * @param breakGlass whether that code is accepted
 */
public record SignInRules(Duration idle, Duration absolute, PasswordHash hash, boolean breakGlass) {
    public SignInRules {
        Objects.requireNonNull(idle);
        Objects.requireNonNull(absolute);
        Objects.requireNonNull(hash);
    }
}
