package org.keyhopper.rehearsal.authenticator.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A pinUvAuthToken with its permissions (CTAP 2.1, section 6.5.5.1). */
public final class PinToken {
    /** makeCredential. */
    public static final int MC = 0x01;

    /** getAssertion. */
    public static final int GA = 0x02;

    /** Credential management. */
    public static final int CM = 0x04;

    /** Authenticator configuration. */
    public static final int ACFG = 0x20;

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final byte[] value = new byte[32];
    private final Instant issued;
    private int permissions;
    private Optional<String> rpId;

    /** Creates a random token. */
    public PinToken(SecureRandom random, Instant issued, int permissions, Optional<String> rpId) {
        random.nextBytes(value);
        this.issued = issued;
        this.permissions = permissions;
        this.rpId = rpId;
    }

    /** Returns the secret value. */
    public byte[] value() {
        return value.clone();
    }

    /** Returns whether it has the permission. */
    public boolean permits(int permission, Instant now) {
        return (permissions & permission) != 0 && now.isBefore(issued.plus(LIFE));
    }

    /** Returns whether it is bound to a relying party. */
    public boolean isBound() {
        return rpId.isPresent();
    }

    /** Binds it to the relying party unless it is bound; returns whether it is bound to this one. */
    public boolean bindTo(String other) {
        if (rpId.isEmpty()) {
            rpId = Optional.of(other);
        }
        return rpId.get().equals(other);
    }

    /** Returns whether it is bound to another relying party. */
    public boolean isForeignTo(String other) {
        return rpId.isPresent() && !rpId.get().equals(other);
    }

    /** Clears all permissions after user presence was consumed. */
    public void clearPermissions() {
        permissions = 0;
    }
}
