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

/** One simulated card with a serial number. Used by one reader at a time. */
public final class Card implements CardContacts {
    private final String serial;
    private final SoftwareAuthenticator authenticator;
    private final FaultInjector faults;
    private final CommandLog log;
    private final FidoApplet applet;
    private int apdus;

    /** Creates a card with this state. */
    public Card(String serial, Personality personality, AuthenticatorState state) {
        this.serial = serial;
        authenticator = new SoftwareAuthenticator(personality, state, new SecureRandom(), Clock.systemUTC());
        log = new CommandLog(authenticator);
        faults = new FaultInjector(log);
        applet = new FidoApplet(personality, faults);
    }

    /** Returns a card in its factory state. */
    public static Card fresh(String serial, Personality personality) {
        return new Card(serial, personality, SoftwareAuthenticator.deliver(personality));
    }

    /** Returns the number printed on it. */
    public String serial() {
        return serial;
    }

    /** Returns its properties and deviations. */
    public Personality personality() {
        return authenticator.personality();
    }

    /** Returns its persistent state; to be read only while no command is running. */
    public AuthenticatorState state() {
        return authenticator.state();
    }

    /** Reads its state while no command is running; waits for a running one. */
    public synchronized <T> T inspect(Function<AuthenticatorState, T> look) {
        return look.apply(state());
    }

    /** Returns the log of its commands. */
    public CommandLog log() {
        return log;
    }

    /** Returns the number of APDUs received. */
    public synchronized int apdus() {
        return apdus;
    }

    /** Sets the listener notified after each command, before the response is sent, on the card's thread. */
    public void onResponse(Consumer<CommandLog.Entry> listener) {
        log.addListener(listener);
    }

    /** Schedules a fault. */
    public void arm(Fault fault) {
        faults.arm(fault);
    }

    /** Returns whether it is permanently broken. */
    public boolean isDead() {
        return faults.isDead();
    }

    /**
     * Executes one CTAP2 message without APDUs, as a USB key. A broken card returns empty.
     *
     * @throws CardPulledException if it is removed during the command
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
