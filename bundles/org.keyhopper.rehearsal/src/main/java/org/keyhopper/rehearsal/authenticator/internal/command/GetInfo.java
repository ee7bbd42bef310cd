package org.keyhopper.rehearsal.authenticator.internal.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.attestation.AttestationIssuer;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.model.Abilities.Function;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.Personality;
import org.keyhopper.rehearsal.authenticator.model.PinState;

/** authenticatorGetInfo (CTAP 2.1, section 6.4). */
final class GetInfo implements Command {
    private static final int DEFAULT_MAX_PIN = 63;

    private final AuthenticatorContext device;

    GetInfo(AuthenticatorContext device) {
        this.device = device;
    }

    @Override
    public CborMapBuilder run(CborParameters parameters, Interaction interaction) {
        Personality personality = device.personality();
        CborMapBuilder info = CborMapBuilder.empty()
                .put(0x01, personality.supportsCtap21() ? List.of("FIDO_2_0", "FIDO_2_1") : List.of("FIDO_2_0"))
                .put(0x03, AttestationIssuer.bytes(personality.identity().aaguid()))
                .put(0x04, options())
                .put(0x05, Dispatcher.MAX_MESSAGE)
                .put(0x06, personality.abilities().pinProtocols());
        if (!personality.abilities().extensions().isEmpty()) {
            info.put(
                    0x02, personality.abilities().extensions().stream().sorted().toList());
        }
        return personality.supportsCtap21() ? addTwoOne(info) : info;
    }

    private CborMapBuilder addTwoOne(CborMapBuilder info) {
        Personality personality = device.personality();
        PinState pin = device.state().pin();
        int free = personality.credentials().slots()
                - device.state().discoverable().size();
        info.put(0x07, personality.credentials().listLimit())
                .put(0x08, personality.credentials().idLength())
                .put(0x09, transports())
                .put(0x0A, List.of(CborMapBuilder.empty().put("alg", P256.ES256).put("type", "public-key")))
                .put(0x0C, pin.changeForced())
                .put(0x0D, pin.minLength())
                .put(0x0E, personality.identity().firmware())
                .put(0x14, Math.max(0, free));
        if (personality.abilities().extensions().contains("minPinLength")) {
            info.put(0x10, Config.MAX_LENGTH_READERS);
        }
        if (personality.abilities().has(Function.PIN_COMPLEXITY)) {
            info.put(0x1B, true).put(0x1C, "https://keys.example/pin-rules".getBytes(StandardCharsets.US_ASCII));
        }
        if (personality.delivery().maxPinLength() != DEFAULT_MAX_PIN) {
            info.put(0x1D, personality.delivery().maxPinLength());
        }
        return info;
    }

    /** A device with a button is a key, here in a reader. */
    private List<String> transports() {
        return device.personality().presence().button().isPresent()
                ? List.of("nfc", "smart-card", "usb")
                : List.of("nfc", "smart-card");
    }

    /** A reset deletes them; enrolling new ones is not supported. */
    private boolean fingerprintsAreStored() {
        return device.personality().delivery().fingerprints() && device.state().resets() == 0;
    }

    private CborMapBuilder options() {
        Personality personality = device.personality();
        CborMapBuilder options = CborMapBuilder.empty()
                .put("plat", false)
                .put("rk", personality.abilities().has(Function.RESIDENT_KEYS))
                .put("up", true)
                .put("clientPin", device.state().pin().isSet());
        if (personality.supportsCtap21()) {
            options.put("pinUvAuthToken", true)
                    .put("credMgmt", personality.abilities().has(Function.RESIDENT_KEYS))
                    .put("authnrCfg", true)
                    .put("setMinPINLength", true)
                    .put("alwaysUv", device.state().alwaysUv())
                    .put("makeCredUvNotRqd", new VerificationPolicy(device).uvFreeCreation());
        }
        if (personality.supportsCtap21() && personality.abilities().has(Function.ENTERPRISE_ATTESTATION)) {
            options.put("ep", device.state().enterpriseEnabled());
        }
        if (personality.abilities().has(Function.FINGERPRINTS)) {
            options.put("uv", fingerprintsAreStored()).put("bioEnroll", fingerprintsAreStored());
        }
        return options;
    }
}
