package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.PinToken;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;

/** getPinToken and getPinUvAuthTokenUsingPinWithPermissions (CTAP 2.1, section 6.5.5.7). */
final class TokenIssuer {
    private static final int GRANTABLE = PinToken.MC | PinToken.GA | PinToken.CM | PinToken.ACFG;

    private final AuthenticatorContext device;
    private final PinCheck check;

    TokenIssuer(AuthenticatorContext device) {
        this.device = device;
        check = new PinCheck(device);
    }

    CborMapBuilder withoutPermissions(CborParameters parameters) {
        if (device.personality().supportsCtap21() && (parameters.has(0x09) || parameters.has(0x0A))) {
            throw new CtapFailure(Status.INVALID_PARAMETER);
        }
        return issue(parameters, PinToken.MC | PinToken.GA, Optional.empty());
    }

    CborMapBuilder withPermissions(CborParameters parameters) {
        int permissions = parameters.integer(0x09);
        Optional<String> rpId = parameters.optionalText(0x0A);
        if (permissions == 0) {
            throw new CtapFailure(Status.INVALID_PARAMETER);
        }
        if ((permissions & ~GRANTABLE) != 0) {
            throw new CtapFailure(Status.UNAUTHORIZED_PERMISSION);
        }
        if ((permissions & (PinToken.MC | PinToken.GA)) != 0 && rpId.isEmpty()) {
            throw new CtapFailure(Status.MISSING_PARAMETER);
        }
        return issue(parameters, permissions, rpId);
    }

    private CborMapBuilder issue(CborParameters parameters, int permissions, Optional<String> rpId) {
        byte[] encryptedHash = parameters.bytes(0x06);
        PinChannel channel = PinChannel.open(device, parameters);
        check.requireTry();
        check.require(channel, encryptedHash);
        if (device.state().pin().changeForced()) {
            throw new CtapFailure(Status.PIN_POLICY_VIOLATION);
        }
        var token = new PinToken(device.random(), device.now(), permissions, rpId);
        device.session().issue(token);
        return CborMapBuilder.empty().put(0x02, channel.encrypt(device, token.value()));
    }
}
