package org.keyhopper.rehearsal.authenticator.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.keyhopper.rehearsal.authenticator.model.AuthenticatorState;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.KeepAlive;
import org.keyhopper.rehearsal.authenticator.model.Personality;

/** The state shared by all commands of one authenticator. */
public final class AuthenticatorContext {
    private final Personality personality;
    private final AuthenticatorState state;
    private final SecureRandom random;
    private final Clock clock;
    private Session session;

    /** Creates the state of a device that was just powered up. */
    public AuthenticatorContext(Personality personality, AuthenticatorState state, SecureRandom random, Clock clock) {
        this.personality = personality;
        this.state = state;
        this.random = random;
        this.clock = clock;
        powerUp();
    }

    /** Starts a new session. */
    public void powerUp() {
        session = new Session(random, clock.instant());
    }

    /** Returns the properties of the device. */
    public Personality personality() {
        return personality;
    }

    /** Returns the persistent state. */
    public AuthenticatorState state() {
        return state;
    }

    /** Returns the volatile state. */
    public Session session() {
        return session;
    }

    /** Returns the source of randomness. */
    public SecureRandom random() {
        return random;
    }

    /** Returns random bytes. */
    public byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Returns the current time. */
    public Instant now() {
        return clock.instant();
    }

    /** Waits for user presence; fails with the status for the user's answer. */
    public void requirePresence(Interaction interaction) {
        interaction.keepAlive().report(KeepAlive.USER_PRESENCE_NEEDED);
        if (interaction.cancelled().getAsBoolean()) {
            throw new CtapFailure(Status.KEEPALIVE_CANCEL);
        }
        refuseExhaustedPresence();
        switch (interaction.presence().request()) {
            case PRESENT -> session.countPresence();
            case DECLINED -> throw new CtapFailure(Status.OPERATION_DENIED);
            case TIMED_OUT -> throw new CtapFailure(Status.USER_ACTION_TIMEOUT);
            case CANCELLED -> throw new CtapFailure(Status.KEEPALIVE_CANCEL);
        }
    }

    private void refuseExhaustedPresence() {
        int allowed = personality.presence().perPowerUp();
        if (allowed > 0 && session.presenceUses() >= allowed) {
            throw new CtapFailure(personality.presence().exhaustedStatus());
        }
    }
}
