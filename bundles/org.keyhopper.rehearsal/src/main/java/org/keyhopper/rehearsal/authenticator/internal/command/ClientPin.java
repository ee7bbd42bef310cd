package org.keyhopper.rehearsal.authenticator.internal.command;

import java.security.interfaces.ECPublicKey;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Device;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Parameters;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Reply;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** authenticatorClientPIN (CTAP 2.1, section 6.5.5). */
final class ClientPin implements Command {
    private final Device device;
    private final Policy policy;
    private final PinSetting setting;
    private final TokenIssue tokens;

    ClientPin(Device device) {
        this.device = device;
        policy = new Policy(device);
        setting = new PinSetting(device);
        tokens = new TokenIssue(device);
    }

    @Override
    public Reply run(Parameters parameters, Interaction interaction) {
        int subCommand = parameters.integer(0x02);
        if (subCommand == 0x09 && !device.personality().speaksTwoOne()) {
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

    private Reply retries() {
        Reply reply = Reply.empty().put(0x03, device.state().pin().retries());
        return device.personality().speaksTwoOne()
                ? reply.put(0x04, device.session().needsPowerCycle())
                : reply;
    }

    private Reply keyAgreement(Parameters parameters) {
        policy.protocol(parameters.integer(0x01));
        var key = (ECPublicKey) device.session().keyAgreement().getPublic();
        return Reply.empty().put(0x01, P256.cose(key, P256.ECDH_ES_HKDF_256));
    }
}
