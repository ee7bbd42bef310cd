package org.keyhopper.rehearsal.authenticator.card;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keyhopper.rehearsal.authenticator.SoftwareAuthenticator;
import org.keyhopper.rehearsal.authenticator.model.AuthenticatorState;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.Personality;

/** One simulated card with a serial number. May be used by one reader at a time. */
public final class Card implements CardEnd {
    private final String serial;
    private final SoftwareAuthenticator authenticator;
    private final FaultInjector faults;
    private final CommandLog log;
    private final FidoApplet applet;
    private int apdus;

    /** A card that remembers this state. */
    public Card(String serial, Personality personality, AuthenticatorState state) {
        this.serial = serial;
        authenticator = new SoftwareAuthenticator(personality, state, new SecureRandom(), Clock.systemUTC());
        log = new CommandLog(authenticator);
        faults = new FaultInjector(log);
        applet = new FidoApplet(personality, faults);
    }

    /** A card fresh from the box. */
    public static Card fresh(String serial, Personality personality) {
        return new Card(serial, personality, SoftwareAuthenticator.deliver(personality));
    }

    /** The number printed on it. */
    public String serial() {
        return serial;
    }

    /** How it differs from others. */
    public Personality personality() {
        return authenticator.personality();
    }

    /** What it remembers; read it only while no command runs. */
    public AuthenticatorState state() {
        return authenticator.state();
    }

    /** Looks at what it remembers while no command runs; waits for a running one. */
    public synchronized <T> T inspect(Function<AuthenticatorState, T> look) {
        return look.apply(state());
    }

    /** What was asked of it. */
    public CommandLog log() {
        return log;
    }

    /** How many APDUs it was sent so far. */
    public synchronized int apdus() {
        return apdus;
    }

    /** Whom to tell after each command that ran, before its answer goes out and on the thread of the card. */
    public void whenAnswered(Consumer<CommandLog.Entry> listener) {
        log.tell(listener);
    }

    /** Lets something go wrong. */
    public void arm(Fault fault) {
        faults.arm(fault);
    }

    /** Whether it is broken for good. */
    public boolean isDead() {
        return faults.isDead();
    }

    /**
     * Runs one CTAP2 message without APDUs, as a key on USB gets it. Once broken it answers nothing: empty.
     *
     * @throws CardPulledException if it is pulled out in the middle
     */
    public synchronized Optional<byte[]> handle(byte[] message, Interaction interaction) throws CardPulledException {
        if (faults.isDead()) {
            return Optional.empty();
        }
        try {
            return Optional.of(faults.handle(message, interaction));
        } catch (FaultInjector.Pulled pulled) {
            throw new CardPulledException(pulled.getMessage());
        } catch (FaultInjector.Died died) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] atr() {
        return personality().identity().atrBytes();
    }

    @Override
    public synchronized void powerUp() {
        applet.powerUp();
    }

    @Override
    public synchronized void powerDown() {
        applet.powerUp();
    }

    @Override
    public synchronized byte[] transmit(byte[] apdu) throws CardPulledException {
        apdus++;
        if (faults.isDead()) {
            return ResponseApdu.of(ResponseApdu.NO_DIAGNOSIS).encoded();
        }
        try {
            return applet.transmit(apdu);
        } catch (FaultInjector.Pulled pulled) {
            applet.powerUp();
            throw new CardPulledException(pulled.getMessage());
        } catch (FaultInjector.Died died) {
            return ResponseApdu.of(ResponseApdu.NO_DIAGNOSIS).encoded();
        }
    }
}
