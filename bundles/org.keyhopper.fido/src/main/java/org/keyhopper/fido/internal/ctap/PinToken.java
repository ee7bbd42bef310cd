package org.keyhopper.fido.internal.ctap;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.fido.ctap.ClientPin;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocol;
import java.io.IOException;
import java.util.Arrays;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.fido.DeviceException;

/**
 * A pinUvAuthToken (CTAP 2.2 section 6.5.5.7): obtained by two exchanges, wiped on close. Tokens of CTAP 2.0 devices
 * have all permissions.
 */
public final class PinToken implements AutoCloseable {

    public static final int MAKE_CREDENTIAL = 0x01;
    public static final int GET_ASSERTION = 0x02;
    public static final int CREDENTIAL_MANAGEMENT = 0x04;
    public static final int CONFIGURATION = 0x20;

    /** A name that no relying party can have, for a token that only verifies the PIN. */
    private static final String NOBODY = "pin-check.invalid";

    private final PinUvAuthProtocol protocol;
    private final byte[] token;

    private PinToken(PinUvAuthProtocol protocol, byte[] token) {
        this.protocol = protocol;
        this.token = token;
    }

    /** Obtains a token for credentials of one relying party. */
    public static PinToken forCredentials(
            CtapDevice device, AuthenticatorInfo info, Secret pin, int permissions, String rpId)
            throws IOException, CommandException, DeviceException {
        if (info.has("pinUvAuthToken") && info.has("noMcGaPermissionsWithClientPin")) {
            throw DeviceException.refused(Problem.of(DeviceProblem.NOT_SUPPORTED, "PIN for credentials"));
        }
        return get(device, info, pin, permissions, rpId);
    }

    /** Obtains a token for the device itself. */
    public static PinToken forDevice(CtapDevice device, AuthenticatorInfo info, Secret pin, int permissions)
            throws IOException, CommandException, DeviceException {
        return get(device, info, pin, permissions, null);
    }

    /** Obtains a token with any permission the device supports, only to verify the PIN. */
    public static PinToken forProof(CtapDevice device, AuthenticatorInfo info, Secret pin)
            throws IOException, CommandException, DeviceException {
        if (info.supportsCredentialManagement()) {
            return get(device, info, pin, CREDENTIAL_MANAGEMENT, null);
        }
        return info.has("authnrCfg")
                ? get(device, info, pin, CONFIGURATION, null)
                : get(device, info, pin, GET_ASSERTION, NOBODY);
    }

    private static PinToken get(CtapDevice device, AuthenticatorInfo info, Secret pin, int permissions, String rpId)
            throws IOException, CommandException, DeviceException {
        ClientPin clientPin = device.clientPin(info);
        if (!info.isPinSet()) {
            throw DeviceException.refused(Problem.of(DeviceProblem.PIN_NOT_SET));
        }
        if (info.pin().forcePinChange()) {
            throw DeviceException.refused(Problem.of(DeviceProblem.PIN_CHANGE_FORCED));
        }
        try (PinText text = PinText.existing(pin)) {
            byte[] token = clientPin.getPinToken(text.characters(), permissions, rpId);
            return new PinToken(clientPin.getPinUvAuth(), token);
        }
    }

    public int version() {
        return protocol.getVersion();
    }

    /** Returns the pinUvAuthParam of a message. */
    public byte[] authenticate(byte[] message) {
        return protocol.authenticate(token, message);
    }

    /** Returns the token itself for the library's commands; {@link #close()} wipes the returned array. */
    public byte[] bytes() {
        return token;
    }

    public PinUvAuthProtocol protocol() {
        return protocol;
    }

    @Override
    public void close() {
        Arrays.fill(token, (byte) 0);
    }
}
