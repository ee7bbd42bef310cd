package org.keyhopper.rehearsal.authenticator.internal.command;

import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Device;
import org.keyhopper.rehearsal.authenticator.internal.PinToken;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Parameters;
import org.keyhopper.rehearsal.authenticator.internal.crypto.PinProtocol;
import org.keyhopper.rehearsal.authenticator.model.Abilities.Function;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** When user verification is needed, and whether a pinUvAuthParam proves it. */
final class Policy {
    private final Device device;

    Policy(Device device) {
        this.device = device;
    }

    /** Option makeCredUvNotRqd; alwaysUv switches it off (CTAP 2.1, section 7.2). */
    boolean uvFreeCreation() {
        return device.personality().abilities().has(Function.UV_FREE_CREATION)
                && !device.state().alwaysUv();
    }

    /** A parameter of length zero is the old way to ask for a touch: answers 0x31 or 0x35 after it. */
    void answerProbe(Parameters parameters, int paramKey, Interaction interaction) {
        if (parameters
                .optionalBytes(paramKey)
                .filter(param -> param.length == 0)
                .isPresent()) {
            device.requirePresence(interaction);
            throw new CtapFailure(device.state().pin().isSet() ? Status.PIN_INVALID : Status.PIN_NOT_SET);
        }
    }

    /** The token, if this message is signed with it and it has the permission. */
    PinToken verified(Parameters parameters, int paramKey, int protocolKey, byte[] message, int permission) {
        byte[] param = parameters.bytes(paramKey);
        PinProtocol protocol = protocol(parameters.integer(protocolKey));
        return device.session()
                .token()
                .filter(token -> protocol.verify(token.value(), message, param))
                .filter(token -> token.permits(permission, device.now()))
                .orElseThrow(() -> new CtapFailure(Status.PIN_AUTH_INVALID));
    }

    /** As {@link #verified}, and the token is or becomes bound to this relying party. */
    PinToken verifiedFor(String rpId, Parameters parameters, int paramKey, int permission) {
        PinToken token =
                verified(parameters, paramKey, paramKey + 1, parameters.bytes(clientDataKey(permission)), permission);
        if (!token.bindTo(rpId)) {
            throw new CtapFailure(Status.PIN_AUTH_INVALID);
        }
        return token;
    }

    /** The protocol of this number, if this device has it. */
    PinProtocol protocol(int version) {
        if (!device.personality().abilities().pinProtocols().contains(version)) {
            throw new CtapFailure(Status.INVALID_PARAMETER);
        }
        return PinProtocol.of(version);
    }

    /** Presence was tested: in CTAP 2.1 the token is used up by that. */
    void spend(PinToken token) {
        if (device.personality().speaksTwoOne()) {
            token.clearPermissions();
        }
    }

    private static int clientDataKey(int permission) {
        return permission == PinToken.MC ? 1 : 2;
    }
}
