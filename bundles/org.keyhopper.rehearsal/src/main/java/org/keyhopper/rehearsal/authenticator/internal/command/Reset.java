package org.keyhopper.rehearsal.authenticator.internal.command;

import java.time.Duration;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** authenticatorReset (CTAP 2.1, section 6.6). */
final class Reset implements Command {
    private final AuthenticatorContext device;

    Reset(AuthenticatorContext device) {
        this.device = device;
    }

    @Override
    public CborMapBuilder run(CborParameters parameters, Interaction interaction) {
        device.personality().presence().resetWindow().ifPresent(this::refuseAfter);
        device.requirePresence(interaction);
        device.state().reset(device.personality().delivery().minPinLength());
        device.session().revokeToken();
        device.session().renewKeyAgreement();
        device.session().forgetWrongPins();
        return CborMapBuilder.empty();
    }

    private void refuseAfter(Duration window) {
        if (device.now().isAfter(device.session().poweredUp().plus(window))) {
            throw new CtapFailure(Status.NOT_ALLOWED);
        }
    }
}
