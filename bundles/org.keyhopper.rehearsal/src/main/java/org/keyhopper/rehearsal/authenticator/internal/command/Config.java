package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.Arrays;
import java.util.List;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.PinToken;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.internal.crypto.Digests;
import org.keyhopper.rehearsal.authenticator.model.Abilities.Function;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.PinState;

/** authenticatorConfig (CTAP 2.1, section 6.11). */
final class Config implements Command {
    /** getInfo key 0x10. */
    static final int MAX_LENGTH_READERS = 4;

    private final AuthenticatorContext device;

    Config(AuthenticatorContext device) {
        this.device = device;
    }

    @Override
    public CborMapBuilder run(CborParameters parameters, Interaction interaction) {
        int subCommand = parameters.integer(0x01);
        requireSupported(subCommand);
        requireAuthorised(parameters, subCommand);
        switch (subCommand) {
            case 0x01 -> device.state().enterpriseEnabled(true);
            case 0x02 -> device.state().alwaysUv(!device.state().alwaysUv());
            default -> setMinPinLength(parameters.mapOrEmpty(0x02));
        }
        return CborMapBuilder.empty();
    }

    private void requireSupported(int subCommand) {
        boolean enterprise = device.personality().abilities().has(Function.ENTERPRISE_ATTESTATION);
        if (subCommand < 1 || subCommand > 3 || subCommand == 1 && !enterprise) {
            throw new CtapFailure(Status.INVALID_SUBCOMMAND);
        }
    }

    private void requireAuthorised(CborParameters parameters, int subCommand) {
        if (!device.state().pin().isSet() && !device.state().alwaysUv()) {
            return;
        }
        if (!parameters.has(0x04)) {
            throw new CtapFailure(Status.PUAT_REQUIRED);
        }
        byte[] prefix = new byte[34];
        Arrays.fill(prefix, 0, 32, (byte) 0xFF);
        prefix[32] = 0x0D;
        prefix[33] = (byte) subCommand;
        byte[] message = parameters
                .optionalMap(0x02)
                .map(inner -> Digests.join(prefix, inner.encoded()))
                .orElse(prefix);
        new VerificationPolicy(device).verified(parameters, 0x04, 0x03, message, PinToken.ACFG);
    }

    private void setMinPinLength(CborParameters inner) {
        PinState pin = device.state().pin();
        int length = inner.optionalInteger(0x01).orElse(pin.minLength());
        boolean force = inner.optionalFlag(0x03).orElse(false);
        List<String> readers = inner.optionalTexts(0x02).orElse(pin.lengthReaders());
        if (length < pin.minLength() || length > device.personality().delivery().maxPinLength()) {
            throw new CtapFailure(Status.PIN_POLICY_VIOLATION);
        }
        if (force && !pin.isSet()) {
            throw new CtapFailure(Status.PIN_NOT_SET);
        }
        if (readers.size() > MAX_LENGTH_READERS) {
            throw new CtapFailure(Status.KEY_STORE_FULL);
        }
        pin.minLength(length);
        pin.lengthReaders(readers);
        if (force || pin.isSet() && pin.codePoints() < length) {
            pin.changeForced(true);
            device.session().revokeToken();
        }
    }
}
