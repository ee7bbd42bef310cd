package org.keyhopper.rehearsal.authenticator.internal.command;

import java.time.Duration;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Device;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Parameters;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Reply;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** authenticatorReset (CTAP 2.1, section 6.6). */
final class Reset implements Command {
    private final Device device;

    Reset(Device device) {
        this.device = device;
    }

    @Override
    public Reply run(Parameters parameters, Interaction interaction) {
        device.personality().presence().resetWindow().ifPresent(this::refuseAfter);
        device.requirePresence(interaction);
        device.state().reset(device.personality().delivery().minPinLength());
        device.session().revokeToken();
        device.session().renewKeyAgreement();
        device.session().forgetWrongPins();
        return Reply.empty();
    }

    private void refuseAfter(Duration window) {
        if (device.now().isAfter(device.session().poweredUp().plus(window))) {
            throw new CtapFailure(Status.NOT_ALLOWED);
        }
    }
}
