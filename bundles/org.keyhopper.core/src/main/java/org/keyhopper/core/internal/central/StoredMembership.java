package org.keyhopper.core.internal.central;

import java.net.URI;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.request.StoreException;

/** A membership in a secret storage. */
record StoredMembership(Secrets secrets) {

    private static final String ADDRESS = "address";
    private static final String FINGERPRINT = "fingerprint";
    private static final String CENTRAL = "central";
    private static final String STATION = "station";
    private static final String NAME = "name";
    private static final String KEY = "key";
    private static final String ESCROW = "escrow";
    private static final String PICK_UP = "pickUp";
    private static final String SIGN_IN = "signIn";

    Membership read() {
        return new Membership(
                URI.create(text(ADDRESS)),
                Optional.of(text(FINGERPRINT)).filter(it -> !it.isEmpty()),
                text(CENTRAL),
                text(STATION),
                text(NAME),
                secrets.get(KEY).orElseThrow(StoredMembership::incomplete),
                Optional.of(text(ESCROW)).filter(it -> !it.isEmpty()),
                pickUp(),
                secrets.get(SIGN_IN));
    }

    /** A membership that an earlier version wrote has none. */
    private Optional<String> pickUp() {
        return secrets.get(PICK_UP).isEmpty()
                ? Optional.empty()
                : Optional.of(text(PICK_UP)).filter(it -> !it.isEmpty());
    }

    private String text(String key) {
        try (Secret secret = secrets.get(key).orElseThrow(StoredMembership::incomplete)) {
            return new String(secret.toChars());
        }
    }

    private static StoreException incomplete() {
        return new StoreException(
                "The membership in Central is incomplete. Leave with \"keyhopper central leave\" and join again.");
    }

    void write(Membership membership) {
        put(ADDRESS, membership.address().toString());
        put(FINGERPRINT, membership.fingerprint().orElse(""));
        put(CENTRAL, membership.central());
        put(STATION, membership.station());
        put(NAME, membership.name());
        writeEscrow(membership.escrow().orElse(""));
        writePickUp(membership.pickUp().orElse(""));
        secrets.put(KEY, membership.key());
    }

    private void put(String key, String text) {
        try (Secret secret = Secret.of(text)) {
            secrets.put(key, secret);
        }
    }

    void writeEscrow(String fingerprint) {
        put(ESCROW, fingerprint);
    }

    void writePickUp(String fingerprint) {
        put(PICK_UP, fingerprint);
    }

    void writeSignIn(Secret refreshToken) {
        secrets.put(SIGN_IN, refreshToken);
    }

    void forgetSignIn() {
        secrets.forget(SIGN_IN);
    }
}
