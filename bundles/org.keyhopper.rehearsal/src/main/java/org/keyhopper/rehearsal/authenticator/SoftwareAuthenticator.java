package org.keyhopper.rehearsal.authenticator;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.keyhopper.rehearsal.authenticator.internal.Device;
import org.keyhopper.rehearsal.authenticator.internal.Factory;
import org.keyhopper.rehearsal.authenticator.internal.attestation.AttestationIssuer;
import org.keyhopper.rehearsal.authenticator.internal.command.Dispatcher;
import org.keyhopper.rehearsal.authenticator.model.AuthenticatorState;
import org.keyhopper.rehearsal.authenticator.model.CtapHandler;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.Personality;

/** A CTAP 2.1 authenticator. Not thread safe: one command at a time. */
public final class SoftwareAuthenticator implements CtapHandler {
    private final Device device;
    private final Dispatcher dispatcher;

    /**
     * An authenticator that has just been given power.
     *
     * @param personality how it differs from others
     * @param state what it remembers; changed by commands
     * @param random source of keys
     * @param clock for the reset window and the life of tokens
     */
    public SoftwareAuthenticator(Personality personality, AuthenticatorState state, SecureRandom random, Clock clock) {
        device = new Device(personality, state, random, clock);
        dispatcher = new Dispatcher(device);
    }

    /** A new one, fresh from the box. */
    public static SoftwareAuthenticator fresh(Personality personality) {
        var random = new SecureRandom();
        return new SoftwareAuthenticator(personality, deliver(personality), random, Clock.systemUTC());
    }

    /** The state in which an authenticator of this personality comes out of its box. */
    public static AuthenticatorState deliver(Personality personality) {
        return Factory.deliver(personality, new SecureRandom());
    }

    /** The certificate at the end of the attestation chain of every simulated authenticator. */
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

    /** What it remembers. */
    public AuthenticatorState state() {
        return device.state();
    }

    /** How it differs from others. */
    public Personality personality() {
        return device.personality();
    }
}
