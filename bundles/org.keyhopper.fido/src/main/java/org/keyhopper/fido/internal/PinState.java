package org.keyhopper.fido.internal;

import java.util.HashMap;
import java.util.Map;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.AuthenticatorInfo.PinRules;

/** What a device says of itself once it has taken a PIN; certain, so that it need not be asked. */
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
                new PinRules(pin.protocols(), pin.minLength(), pin.maxLength(), false),
                info.reset(),
                info.firmwareVersion());
    }
}
