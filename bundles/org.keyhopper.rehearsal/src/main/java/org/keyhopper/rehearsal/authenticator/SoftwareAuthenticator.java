package org.keyhopper.rehearsal.authenticator;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.FactoryStates;
import org.keyhopper.rehearsal.authenticator.internal.attestation.AttestationIssuer;
import org.keyhopper.rehearsal.authenticator.internal.command.Dispatcher;
import org.keyhopper.rehearsal.authenticator.model.AuthenticatorState;
import org.keyhopper.rehearsal.authenticator.model.CtapHandler;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.Personality;

/** A CTAP 2.1 authenticator. Not thread-safe: one command at a time. */
public final class SoftwareAuthenticator implements CtapHandler {
    private final AuthenticatorContext device;
    private final Dispatcher dispatcher;

    /**
     * Creates an authenticator that was just powered up.
     *
     * @param personality its properties and deviations
     * @param state its persistent state, modified by commands
     * @param random the source of keys
     * @param clock for the reset window and token lifetimes
     */
    public SoftwareAuthenticator(Personality personality, AuthenticatorState state, SecureRandom random, Clock clock) {
        device = new AuthenticatorContext(personality, state, random, clock);
        dispatcher = new Dispatcher(device);
    }

    /** Returns a new authenticator in its factory state. */
    public static SoftwareAuthenticator fresh(Personality personality) {
        var random = new SecureRandom();
        return new SoftwareAuthenticator(personality, deliver(personality), random, Clock.systemUTC());
    }

    /** Returns the factory state of this personality. */
    public static AuthenticatorState deliver(Personality personality) {
        return FactoryStates.deliver(personality, new SecureRandom());
    }

    /** Returns the root certificate of the attestations of all simulated authenticators. */
    public static X509Certificate attestationRoot() {
        return AttestationIssuer.root();
    }

    @Override
    public byte[] handle(byte[] message, Interaction interaction) {
        return dispatcher.run(message, interaction);
    }

    @Override
    public void powerUp() {
        device.powerUp();
    }

    /** Returns its persistent state. */
    public AuthenticatorState state() {
        return device.state();
    }

    /** Returns its properties and deviations. */
    public Personality personality() {
        return device.personality();
    }
}
