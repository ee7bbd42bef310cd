package org.keyhopper.fido.internal;

import java.util.HashMap;
import java.util.Map;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.AuthenticatorInfo.PinRules;

/** The effect of a new PIN on authenticatorGetInfo; it is certain, so the device need not be queried. */
final class PinState {

    private PinState() {}

    static AuthenticatorInfo withNewPin(AuthenticatorInfo info) {
        Map<String, Boolean> options = new HashMap<>(info.options());
        options.put("clientPin", true);
        PinRules pin = info.pin();
        return new AuthenticatorInfo(
                info.versions(),
                info.extensions(),
                info.aaguid(),
                options,
                info.transports(),
                info.algorithms(),
                info.limits(),
                new PinRules(pin.protocols(), pin.minLength(), pin.maxLength(), false, pin.complexity()),
                info.reset(),
                info.firmwareVersion());
    }
}
