package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.model.PinState;

/** Extensions of makeCredential: credProtect, hmac-secret, minPinLength (CTAP 2.1, section 12). Others are ignored. */
final class CreationExtensions {
    private final AuthenticatorContext device;

    CreationExtensions(AuthenticatorContext device) {
        this.device = device;
    }

    /**
     * The result of the extensions.
     *
     * @param protection credProtect level
     * @param outputs extension outputs
     */
    record Result(int protection, CborMapBuilder outputs) {}

    Result apply(CreationRequest request) {
        CborMapBuilder outputs = CborMapBuilder.empty();
        CborParameters inputs = request.extensions();
        Optional<Integer> protection = supported("credProtect").flatMap(inputs::optionalInteger);
        protection.ifPresent(level -> outputs.put("credProtect", checked(level)));
        if (supported("hmac-secret").flatMap(inputs::optionalFlag).orElse(false)) {
            outputs.put("hmac-secret", true);
        }
        PinState pin = device.state().pin();
        boolean asked = supported("minPinLength").flatMap(inputs::optionalFlag).orElse(false);
        if (asked && pin.lengthReaders().contains(request.relyingParty().id())) {
            outputs.put("minPinLength", pin.minLength());
        }
        return new Result(protection.orElse(1), outputs);
    }

    private Optional<String> supported(String name) {
        return Optional.of(name).filter(device.personality().abilities().extensions()::contains);
    }

    private static int checked(int level) {
        if (level < 1 || level > 3) {
            throw new CtapFailure(Status.INVALID_OPTION);
        }
        return level;
    }
}
