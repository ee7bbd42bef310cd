package org.keyhopper.rehearsal.authenticator.internal;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Reply;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;

/** Everything an authenticator forgets when power goes. */
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

    /** Starts at power-up. */
    public Session(SecureRandom random, Instant poweredUp) {
        this.random = random;
        this.poweredUp = poweredUp;
        renewKeyAgreement();
    }

    /** When power came. */
    public Instant poweredUp() {
        return poweredUp;
    }

    /** The key pair for the next shared secret. */
    public KeyPair keyAgreement() {
        return keyAgreement;
    }

    /** Makes earlier shared secrets worthless. */
    public void renewKeyAgreement() {
        keyAgreement = P256.generate(random);
    }

    /** The token in force. */
    public Optional<PinToken> token() {
        return token;
    }

    /** Puts a new token in force. */
    public void issue(PinToken fresh) {
        token = Optional.of(fresh);
    }

    /** Takes the token out of force. */
    public void revokeToken() {
        token = Optional.empty();
    }

    /** Counts a wrong PIN. */
    public void countWrongPin() {
        wrongPins++;
    }

    /** A right PIN starts the count over. */
    public void forgetWrongPins() {
        wrongPins = 0;
    }

    /** Whether no PIN is looked at until power goes. */
    public boolean needsPowerCycle() {
        return wrongPins >= WRONG_PINS_PER_POWER_CYCLE;
    }

    /** Counts a use of presence. */
    public void countPresence() {
        presenceUses++;
    }

    /** Uses of presence since power-up. */
    public int presenceUses() {
        return presenceUses;
    }

    /** A command begins: only its own "next" may take up what the one before left. */
    public void beginCommand() {
        interrupted = pending;
        pending = Optional.empty();
    }

    /** Leaves more answers for the "next" command of this kind. */
    public void leave(Continuation more) {
        pending = more.isDone() ? Optional.empty() : Optional.of(more);
    }

    /** The next answer of this kind; 0x30 if there is none. */
    public Reply resume(String kind, Instant now) {
        Continuation more = interrupted
                .filter(each -> each.answers(kind, now))
                .orElseThrow(() -> new CtapFailure(Status.NOT_ALLOWED));
        Reply reply = more.next();
        leave(more.renewed(now));
        return reply;
    }
}
