package org.keyhopper.rehearsal.authenticator.internal;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;

/** The volatile state of an authenticator, from power-up to power-down. */
public final class Session {
    private static final int WRONG_PINS_PER_POWER_CYCLE = 3;

    private final SecureRandom random;
    private final Instant poweredUp;
    private KeyPair keyAgreement;
    private Optional<PinToken> token = Optional.empty();
    private int wrongPins;
    private int presenceUses;
    private Optional<Continuation> pending = Optional.empty();
    private Optional<Continuation> interrupted = Optional.empty();

    /** Creates the state at power-up. */
    public Session(SecureRandom random, Instant poweredUp) {
        this.random = random;
        this.poweredUp = poweredUp;
        renewKeyAgreement();
    }

    /** Returns the time of power-up. */
    public Instant poweredUp() {
        return poweredUp;
    }

    /** Returns the key pair for the next shared secret. */
    public KeyPair keyAgreement() {
        return keyAgreement;
    }

    /** Invalidates earlier shared secrets. */
    public void renewKeyAgreement() {
        keyAgreement = P256.generate(random);
    }

    /** Returns the current token. */
    public Optional<PinToken> token() {
        return token;
    }

    /** Sets a new token. */
    public void issue(PinToken fresh) {
        token = Optional.of(fresh);
    }

    /** Revokes the token. */
    public void revokeToken() {
        token = Optional.empty();
    }

    /** Counts a wrong PIN. */
    public void countWrongPin() {
        wrongPins++;
    }

    /** Resets the count of wrong PINs. */
    public void forgetWrongPins() {
        wrongPins = 0;
    }

    /** Returns whether PINs are refused until the next power cycle. */
    public boolean needsPowerCycle() {
        return wrongPins >= WRONG_PINS_PER_POWER_CYCLE;
    }

    /** Counts a use of user presence. */
    public void countPresence() {
        presenceUses++;
    }

    /** Returns the uses of user presence since power-up. */
    public int presenceUses() {
        return presenceUses;
    }

    /** Begins a command: only its own "next" command may continue the previous one. */
    public void beginCommand() {
        interrupted = pending;
        pending = Optional.empty();
    }

    /** Stores further responses for the "next" command of this kind. */
    public void leave(Continuation more) {
        pending = more.isDone() ? Optional.empty() : Optional.of(more);
    }

    /** Returns the next response of this kind; fails with 0x30 if there is none. */
    public CborMapBuilder resume(String kind, Instant now) {
        Continuation more = interrupted
                .filter(each -> each.answers(kind, now))
                .orElseThrow(() -> new CtapFailure(Status.NOT_ALLOWED));
        CborMapBuilder reply = more.next();
        leave(more.renewed(now));
        return reply;
    }
}
