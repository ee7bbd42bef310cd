package org.keyhopper.rehearsal.authenticator.internal.command;

import java.security.interfaces.ECPublicKey;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** authenticatorClientPIN (CTAP 2.1, section 6.5.5). */
final class ClientPin implements Command {
    private final AuthenticatorContext device;
    private final VerificationPolicy policy;
    private final PinSetting setting;
    private final TokenIssuer tokens;

    ClientPin(AuthenticatorContext device) {
        this.device = device;
        policy = new VerificationPolicy(device);
        setting = new PinSetting(device);
        tokens = new TokenIssuer(device);
    }

    @Override
    public CborMapBuilder run(CborParameters parameters, Interaction interaction) {
        int subCommand = parameters.integer(0x02);
        if (subCommand == 0x09 && !device.personality().supportsCtap21()) {
            throw new CtapFailure(Status.INVALID_SUBCOMMAND);
        }
        return switch (subCommand) {
            case 0x01 -> retries();
            case 0x02 -> keyAgreement(parameters);
            case 0x03 -> setting.set(parameters);
            case 0x04 -> setting.change(parameters);
            case 0x05 -> tokens.withoutPermissions(parameters);
            case 0x09 -> tokens.withPermissions(parameters);
            default -> throw new CtapFailure(Status.INVALID_SUBCOMMAND);
        };
    }

    private CborMapBuilder retries() {
        CborMapBuilder reply =
                CborMapBuilder.empty().put(0x03, device.state().pin().retries());
        return device.personality().supportsCtap21()
                ? reply.put(0x04, device.session().needsPowerCycle())
                : reply;
    }

    private CborMapBuilder keyAgreement(CborParameters parameters) {
        policy.protocol(parameters.integer(0x01));
        var key = (ECPublicKey) device.session().keyAgreement().getPublic();
        return CborMapBuilder.empty().put(0x01, P256.cose(key, P256.ECDH_ES_HKDF_256));
    }
}
