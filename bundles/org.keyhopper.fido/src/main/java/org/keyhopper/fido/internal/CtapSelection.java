package org.keyhopper.fido.internal;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.core.fido.CtapException;
import com.yubico.yubikit.fido.ctap.Ctap2Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.internal.ctap.CtapDevice;

/** Waits for a touch that selects the device. */
final class CtapSelection {

    /** The versions with authenticatorSelection; the preview of CTAP 2.1 lacked it. */
    private static final Set<String> SELECTION_VERSIONS = Set.of("FIDO_2_1", "FIDO_2_2", "FIDO_2_3");

    /** The responses of CTAP 2.0 devices to an empty pinUvAuthParam after a touch. */
    private static final Set<Byte> TOUCHED =
            Set.of(CtapException.ERR_PIN_INVALID, CtapException.ERR_PIN_AUTH_INVALID, CtapException.ERR_PIN_NOT_SET);

    private static final int ES256 = -7;
    private static final byte[] ANY_HASH = new byte[32];
    private static final byte[] DUMMY_RP_ID = {0};

    private final CtapDevice device;

    CtapSelection(CtapDevice device) {
        this.device = device;
    }

    void run(ExchangeControl control) throws DeviceException {
        TouchDetection detection = new TouchDetection(control);
        boolean supported = device.info().versions().stream().anyMatch(SELECTION_VERSIONS::contains);
        try {
            device.run(detection.control(), session -> {
                if (supported) {
                    session.selection(null);
                } else {
                    touchBeforePinCheck(session);
                }
                return null;
            });
        } catch (DeviceException e) {
            throw detection.read(e);
        }
    }

    private static void touchBeforePinCheck(Ctap2Session session) throws IOException, CommandException {
        try {
            session.makeCredential(
                    ANY_HASH,
                    Map.of("id", ".dummy", "name", ".dummy"),
                    Map.of("id", DUMMY_RP_ID, "name", "dummy", "displayName", "dummy"),
                    List.of(Map.of("alg", ES256, "type", "public-key")),
                    null,
                    null,
                    null,
                    new byte[0],
                    1,
                    null,
                    null);
        } catch (CtapException e) {
            if (!TOUCHED.contains(e.getCtapError())) {
                throw e;
            }
        }
    }
}
