package org.keyhopper.fido.internal.ctap;

import com.yubico.yubikit.fido.Cbor;
import com.yubico.yubikit.fido.ctap.ClientPin;
import com.yubico.yubikit.fido.ctap.Ctap2Session;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocol;
import java.util.Map;
import java.util.Objects;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.fido.DeviceException;

/**
 * The PIN/UV auth protocols of one device. The first supported one of its list is used (CTAP 2.2 section 6.4, key
 * 0x06).
 */
public final class PinProtocols {

    private final Map<Integer, PinUvAuthProtocol> known = Map.of(1, new PinProtocolOne(), 2, new PinProtocolTwo());

    /** Runs every step of protocol 2, which includes those of protocol 1, with sample keys, to load the classes. */
    public static void warmUp() {
        PinUvAuthProtocol protocol = new PinProtocolTwo();
        Map<Integer, ?> sample = Map.of(-2, SamplePoint.X, -3, SamplePoint.Y);
        byte[] secret = protocol.encapsulate(sample).second;
        protocol.decrypt(secret, protocol.encrypt(secret, new byte[32]));
        protocol.authenticate(secret, Cbor.encode(sample));
    }

    ClientPin clientPin(Ctap2Session session, AuthenticatorInfo info) throws DeviceException {
        if (info.option("clientPin").isEmpty()) {
            throw DeviceException.refused(Problem.of(DeviceProblem.NOT_SUPPORTED, "clientPin"));
        }
        return info.pin().protocols().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(protocol -> new ClientPin(session, protocol))
                .orElseThrow(() -> DeviceException.refused(Problem.of(
                        DeviceProblem.NOT_SUPPORTED,
                        "PIN protocol " + info.pin().protocols())));
    }
}
