package org.keyhopper.rehearsal.authenticator.internal.command;

import java.security.MessageDigest;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.model.PinState;

/** Verifies a PIN, counts attempts and blocks (CTAP 2.1, section 6.5.5.7). */
final class PinCheck {
    private final AuthenticatorContext device;

    PinCheck(AuthenticatorContext device) {
        this.device = device;
    }

    /** Ends the command if no PIN is set or no attempts remain. */
    void requireTry() {
        if (!device.state().pin().isSet()) {
            throw new CtapFailure(Status.PIN_NOT_SET);
        }
        if (device.state().pin().retries() == 0) {
            throw new CtapFailure(Status.PIN_BLOCKED);
        }
        if (device.session().needsPowerCycle()) {
            throw new CtapFailure(Status.PIN_AUTH_BLOCKED);
        }
    }

    /** Consumes an attempt and verifies the PIN; restores all attempts if it is correct, otherwise ends the command. */
    void require(PinChannel channel, byte[] encryptedHash) {
        PinState pin = device.state().pin();
        pin.retries(pin.retries() - 1);
        byte[] offered = channel.decrypt(encryptedHash);
        if (!MessageDigest.isEqual(offered, pin.hash().orElseThrow())) {
            throw wrong(pin);
        }
        pin.retries(PinState.MAX_RETRIES);
        device.session().forgetWrongPins();
    }

    private CtapFailure wrong(PinState pin) {
        device.session().renewKeyAgreement();
        device.session().countWrongPin();
        if (pin.retries() == 0) {
            return new CtapFailure(Status.PIN_BLOCKED);
        }
        return new CtapFailure(device.session().needsPowerCycle() ? Status.PIN_AUTH_BLOCKED : Status.PIN_INVALID);
    }
}
