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

    /** A new random token. */
    public PinToken(SecureRandom random, Instant issued, int permissions, Optional<String> rpId) {
        random.nextBytes(value);
        this.issued = issued;
        this.permissions = permissions;
        this.rpId = rpId;
    }

    /** The secret. */
    public byte[] value() {
        return value.clone();
    }

    /** Whether it may be used for this. */
    public boolean permits(int permission, Instant now) {
        return (permissions & permission) != 0 && now.isBefore(issued.plus(LIFE));
    }

    /** Whether it is bound to a relying party. */
    public boolean isBound() {
        return rpId.isPresent();
    }

    /** Binds it to the relying party if it is not bound yet; tells whether it is now bound to this one. */
    public boolean bindTo(String other) {
        if (rpId.isEmpty()) {
            rpId = Optional.of(other);
        }
        return rpId.get().equals(other);
    }

    /** Whether it is bound to another relying party. */
    public boolean isForeignTo(String other) {
        return rpId.isPresent() && !rpId.get().equals(other);
    }

    /** Presence was used up: nothing is permitted any more. */
    public void clearPermissions() {
        permissions = 0;
    }
}
