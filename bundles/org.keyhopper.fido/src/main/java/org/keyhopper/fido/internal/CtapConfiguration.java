package org.keyhopper.fido.internal;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.fido.ctap.Config;
import java.io.IOException;
import java.util.List;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.fido.DeviceConfiguration;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.internal.ctap.CtapDevice;
import org.keyhopper.fido.internal.ctap.PinToken;

/** Configuration with authenticatorConfig (CTAP 2.2 section 6.11); each change takes three exchanges. */
final class CtapConfiguration implements DeviceConfiguration {

    private final CtapDevice device;

    CtapConfiguration(CtapDevice device) {
        this.device = device;
    }

    @Override
    public void raiseMinimumPinLength(int codePoints, Secret pin) throws DeviceException {
        AuthenticatorInfo info = device.currentInfo();
        require(info.has("setMinPINLength"), "setMinPINLength");
        if (info.pin().minLength() < codePoints) {
            configure(info, pin, config -> config.setMinPinLength(codePoints, null, null));
        }
    }

    @Override
    public void setMinPinLengthRpIds(List<String> rpIds, Secret pin) throws DeviceException {
        AuthenticatorInfo info = device.currentInfo();
        require(info.has("setMinPINLength"), "setMinPINLength");
        require(rpIds.size() <= info.limits().maxRpIdsForSetMinPinLength(), "minPinLengthRPIDs");
        configure(info, pin, config -> config.setMinPinLength(null, rpIds, null));
    }

    @Override
    public void forcePinChange(Secret pin) throws DeviceException {
        AuthenticatorInfo info = device.currentInfo();
        require(info.has("setMinPINLength"), "forceChangePin");
        if (!info.pin().forcePinChange()) {
            configure(info, pin, config -> config.setMinPinLength(null, null, true));
        }
    }

    @Override
    public void enableAlwaysUv(Secret pin) throws DeviceException {
        AuthenticatorInfo info = device.readInfo();
        require(info.option("alwaysUv").isPresent(), "alwaysUv");
        if (!info.has("alwaysUv")) {
            configure(info, pin, Config::toggleAlwaysUv);
        }
    }

    @Override
    public void enableEnterpriseAttestation(Secret pin) throws DeviceException {
        AuthenticatorInfo info = device.currentInfo();
        require(info.option("ep").isPresent(), "ep");
        if (!info.has("ep")) {
            configure(info, pin, Config::enableEnterpriseAttestation);
        }
    }

    private void configure(AuthenticatorInfo info, Secret pin, Change change) throws DeviceException {
        require(info.has("authnrCfg"), "authnrCfg");
        device.expireInfo();
        device.holdWithToken(CtapDevice.untouched(), session -> {
            try (PinToken token = PinToken.forDevice(device, info, pin, PinToken.CONFIGURATION)) {
                change.applyTo(new Config(session, token.protocol(), token.bytes()));
            }
            return null;
        });
    }

    private static void require(boolean supported, String function) throws DeviceException {
        if (!supported) {
            throw DeviceException.refused(Problem.of(DeviceProblem.NOT_SUPPORTED, function));
        }
    }

    /** A configuration change. */
    private interface Change {
        void applyTo(Config config) throws IOException, CommandException;
    }
}
