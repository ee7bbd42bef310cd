package org.keyhopper.fido.internal;

import java.util.OptionalInt;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.DevicePin;
import org.keyhopper.fido.internal.ctap.CtapDevice;
import org.keyhopper.fido.internal.ctap.PinText;
import org.keyhopper.fido.internal.ctap.PinToken;

/** PIN operations with authenticatorClientPIN (CTAP 2.2 section 6.5). */
final class CtapPin implements DevicePin {

    private final CtapDevice device;

    CtapPin(CtapDevice device) {
        this.device = device;
    }

    @Override
    public OptionalInt retries() throws DeviceException {
        AuthenticatorInfo info = device.currentInfo();
        if (!info.isPinSet()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(device.run(
                CtapDevice.untouched(),
                session -> device.clientPin(info).getPinRetries().getCount()));
    }

    @Override
    public void set(Secret pin) throws DeviceException {
        AuthenticatorInfo info = device.currentInfo();
        if (info.isPinSet()) {
            throw DeviceException.refused(Problem.of(DeviceProblem.PIN_ALREADY_SET));
        }
        try (PinText encoded = PinText.future(pin, info.pin())) {
            device.hold(CtapDevice.untouched(), session -> {
                device.clientPin(info).setPin(encoded.characters());
                return null;
            });
        }
        device.amendInfo(PinState::withNewPin);
    }

    @Override
    public void change(Secret current, Secret next) throws DeviceException {
        AuthenticatorInfo info = device.currentInfo();
        if (!info.isPinSet()) {
            throw DeviceException.refused(Problem.of(DeviceProblem.PIN_NOT_SET));
        }
        try (PinText from = PinText.existing(current);
                PinText to = PinText.future(next, info.pin())) {
            device.hold(CtapDevice.untouched(), session -> {
                device.clientPin(info).changePin(from.characters(), to.characters());
                return null;
            });
        }
        device.amendInfo(PinState::withNewPin);
    }

    @Override
    public void verify(Secret pin) throws DeviceException {
        AuthenticatorInfo info = device.currentInfo();
        device.hold(CtapDevice.untouched(), session -> {
            PinToken.forProof(device, info, pin).close();
            return null;
        });
    }
}
