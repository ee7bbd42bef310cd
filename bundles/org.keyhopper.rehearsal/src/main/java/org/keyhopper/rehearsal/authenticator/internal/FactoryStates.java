package org.keyhopper.rehearsal.authenticator.internal;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.internal.crypto.Digests;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.model.AuthenticatorState;
import org.keyhopper.rehearsal.authenticator.model.Credential;
import org.keyhopper.rehearsal.authenticator.model.Credential.RelyingParty;
import org.keyhopper.rehearsal.authenticator.model.CredentialKey;
import org.keyhopper.rehearsal.authenticator.model.FactoryState;
import org.keyhopper.rehearsal.authenticator.model.Personality;
import org.keyhopper.rehearsal.authenticator.model.PinState;
import org.keyhopper.rehearsal.authenticator.model.UserEntity;

/** Creates the factory state of devices. */
public final class FactoryStates {
    private static final String DEFAULT_PIN = "000000";

    private FactoryStates() {}

    /** Returns the state of an unused device of this personality. */
    public static AuthenticatorState deliver(Personality personality, SecureRandom random) {
        FactoryState delivery = personality.delivery();
        var state = new AuthenticatorState(delivery.minPinLength());
        boolean needsPin = delivery.pinTries() < PinState.MAX_RETRIES || delivery.changeForced();
        delivery.pin()
                .or(() -> needsPin ? Optional.of(DEFAULT_PIN) : Optional.empty())
                .ifPresent(pin -> {
                    byte[] hash = Digests.sha256(pin);
                    state.pin().set(Arrays.copyOf(hash, 16), pin.codePointCount(0, pin.length()));
                });
        state.pin().retries(delivery.pinTries());
        state.pin().changeForced(delivery.changeForced());
        delivery.foreignRelyingParties().forEach(rpId -> state.add(foreign(rpId, personality, random)));
        return state;
    }

    private static Credential foreign(String rpId, Personality personality, SecureRandom random) {
        byte[] id = new byte[personality.credentials().idLength()];
        byte[] secrets = new byte[64];
        random.nextBytes(id);
        random.nextBytes(secrets);
        KeyPair pair = P256.generate(random);
        var user = new UserEntity(
                "somebody-else".getBytes(StandardCharsets.UTF_8),
                Optional.of("somebody.else@" + rpId),
                Optional.of("Somebody Else"));
        var key = new CredentialKey(
                pair.getPrivate().getEncoded(), pair.getPublic().getEncoded(), secrets);
        return new Credential(id, true, new RelyingParty(rpId, Optional.empty()), user, key, 1);
    }
}
