package org.keyhopper.rehearsal.authenticator.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.keyhopper.rehearsal.authenticator.model.AuthenticatorState;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.KeepAlive;
import org.keyhopper.rehearsal.authenticator.model.Personality;

/** What all commands of one authenticator share. */
public final class Device {
    private final Personality personality;
    private final AuthenticatorState state;
    private final SecureRandom random;
    private final Clock clock;
    private Session session;

    /** A device that has just been given power. */
    public Device(Personality personality, AuthenticatorState state, SecureRandom random, Clock clock) {
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

    /** Which device it is. */
    public Personality personality() {
        return personality;
    }

    /** What it remembers for good. */
    public AuthenticatorState state() {
        return state;
    }

    /** What it remembers until power goes. */
    public Session session() {
        return session;
    }

    /** Source of randomness. */
    public SecureRandom random() {
        return random;
    }

    /** Random bytes. */
    public byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The time. */
    public Instant now() {
        return clock.instant();
    }

    /** Waits for a person; fails with the status that fits what the person did. */
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
