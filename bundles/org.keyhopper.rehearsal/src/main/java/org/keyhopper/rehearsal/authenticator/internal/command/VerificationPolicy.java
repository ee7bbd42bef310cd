package org.keyhopper.rehearsal.authenticator.internal.command;

import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.PinToken;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.internal.crypto.PinProtocol;
import org.keyhopper.rehearsal.authenticator.model.Abilities.Function;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** Decides when user verification is required, and whether a pinUvAuthParam proves it. */
final class VerificationPolicy {
    private final AuthenticatorContext device;

    VerificationPolicy(AuthenticatorContext device) {
        this.device = device;
    }

    /** Option makeCredUvNotRqd; disabled by alwaysUv (CTAP 2.1, section 7.2). */
    boolean uvFreeCreation() {
        return device.personality().abilities().has(Function.UV_FREE_CREATION)
                && !device.state().alwaysUv();
    }

    /** A parameter of length zero requests a touch as in CTAP 2.0: responds with 0x31 or 0x35 afterwards. */
    void answerProbe(CborParameters parameters, int paramKey, Interaction interaction) {
        if (parameters
                .optionalBytes(paramKey)
                .filter(param -> param.length == 0)
                .isPresent()) {
            device.requirePresence(interaction);
            throw new CtapFailure(device.state().pin().isSet() ? Status.PIN_INVALID : Status.PIN_NOT_SET);
        }
    }

    /** Returns the token if this message is authenticated with it and it has the permission. */
    PinToken verified(CborParameters parameters, int paramKey, int protocolKey, byte[] message, int permission) {
        byte[] param = parameters.bytes(paramKey);
        PinProtocol protocol = protocol(parameters.integer(protocolKey));
        return device.session()
                .token()
                .filter(token -> protocol.verify(token.value(), message, param))
                .filter(token -> token.permits(permission, device.now()))
                .orElseThrow(() -> new CtapFailure(Status.PIN_AUTH_INVALID));
    }

    /** Like {@link #verified}, and the token is or becomes bound to this relying party. */
    PinToken verifiedFor(String rpId, CborParameters parameters, int paramKey, int permission) {
        PinToken token =
                verified(parameters, paramKey, paramKey + 1, parameters.bytes(clientDataKey(permission)), permission);
        if (!token.bindTo(rpId)) {
            throw new CtapFailure(Status.PIN_AUTH_INVALID);
        }
        return token;
    }

    /** Returns the protocol of this number, if supported. */
    PinProtocol protocol(int version) {
        if (!device.personality().abilities().pinProtocols().contains(version)) {
            throw new CtapFailure(Status.INVALID_PARAMETER);
        }
        return PinProtocol.of(version);
    }

    /** Consumes the token after user presence, as specified in CTAP 2.1. */
    void spend(PinToken token) {
        if (device.personality().supportsCtap21()) {
            token.clearPermissions();
        }
    }

    private static int clientDataKey(int permission) {
        return permission == PinToken.MC ? 1 : 2;
    }
}
