package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.Arrays;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.internal.crypto.Digests;
import org.keyhopper.rehearsal.authenticator.model.PinState;

/** setPIN and changePIN (CTAP 2.1, sections 6.5.5.5 and 6.5.5.6). */
final class PinSetting {
    private final AuthenticatorContext device;
    private final PinCheck check;

    PinSetting(AuthenticatorContext device) {
        this.device = device;
        check = new PinCheck(device);
    }

    CborMapBuilder set(CborParameters parameters) {
        byte[] signature = parameters.bytes(0x04);
        byte[] encrypted = parameters.bytes(0x05);
        PinChannel channel = PinChannel.open(device, parameters);
        if (device.state().pin().isSet()) {
            throw new CtapFailure(Status.PIN_AUTH_INVALID);
        }
        channel.requireSigned(encrypted, signature);
        NewPin pin = NewPin.fromPadded(channel.decrypt(encrypted), device);
        device.state().pin().set(pin.hash(), pin.codePoints());
        return CborMapBuilder.empty();
    }

    CborMapBuilder change(CborParameters parameters) {
        byte[] signature = parameters.bytes(0x04);
        byte[] encrypted = parameters.bytes(0x05);
        byte[] oldHash = parameters.bytes(0x06);
        PinChannel channel = PinChannel.open(device, parameters);
        check.requireTry();
        channel.requireSigned(Digests.join(encrypted, oldHash), signature);
        check.require(channel, oldHash);
        NewPin pin = NewPin.fromPadded(channel.decrypt(encrypted), device);
        refuseSamePin(pin);
        device.state().pin().set(pin.hash(), pin.codePoints());
        device.session().revokeToken();
        return CborMapBuilder.empty();
    }

    private void refuseSamePin(NewPin pin) {
        PinState old = device.state().pin();
        if (old.changeForced() && Arrays.equals(old.hash().orElseThrow(), pin.hash())) {
            throw new CtapFailure(Status.PIN_POLICY_VIOLATION);
        }
    }
}
