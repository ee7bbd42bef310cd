package org.keyhopper.rehearsal.authenticator.internal.storage;

import java.util.List;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.model.AuthenticatorState;
import org.keyhopper.rehearsal.authenticator.model.Credential;
import org.keyhopper.rehearsal.authenticator.model.PinState;

/** Encodes authenticator state as CBOR. */
public final class StateCodec {
    private StateCodec() {}

    /** Encodes the state. */
    public static byte[] encode(AuthenticatorState state) {
        return CborMapBuilder.empty()
                .put(1, pin(state.pin()))
                .put(2, state.credentials().stream().map(CredentialCodec::write).toList())
                .put(3, state.alwaysUv())
                .put(4, state.enterpriseEnabled())
                .put(5, state.signatureCounter())
                .put(6, state.resets())
                .encoded();
    }

    /**
     * Decodes a state.
     *
     * @throws IllegalArgumentException if the bytes are not from {@link #encode}
     */
    public static AuthenticatorState decode(byte[] encoded) {
        try {
            return read(CborParameters.of(encoded));
        } catch (CtapFailure e) {
            throw new IllegalArgumentException("not an authenticator state", e);
        }
    }

    private static AuthenticatorState read(CborParameters stored) {
        PinState pin = pin(stored.map(1));
        var state = new AuthenticatorState(pin.minLength());
        state.pin(pin);
        List<Credential> credentials =
                stored.maps(2).stream().map(CredentialCodec::read).toList();
        credentials.forEach(state::add);
        state.alwaysUv(stored.optionalFlag(3).orElse(false));
        state.enterpriseEnabled(stored.optionalFlag(4).orElse(false));
        state.signatureCounter(stored.integer(5));
        state.resets(stored.integer(6));
        return state;
    }

    private static CborMapBuilder pin(PinState pin) {
        CborMapBuilder stored = CborMapBuilder.empty()
                .put(2, pin.codePoints())
                .put(3, pin.retries())
                .put(4, pin.minLength())
                .put(5, pin.changeForced())
                .put(6, pin.lengthReaders());
        pin.hash().ifPresent(hash -> stored.put(1, hash));
        return stored;
    }

    private static PinState pin(CborParameters stored) {
        var pin = new PinState(stored.integer(4));
        Optional<byte[]> hash = stored.optionalBytes(1);
        hash.ifPresent(value -> pin.set(value, stored.integer(2)));
        pin.retries(stored.integer(3));
        pin.changeForced(stored.optionalFlag(5).orElse(false));
        pin.lengthReaders(stored.optionalTexts(6).orElse(List.of()));
        return pin;
    }
}
