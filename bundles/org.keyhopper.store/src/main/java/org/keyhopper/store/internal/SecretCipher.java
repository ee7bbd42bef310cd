package org.keyhopper.store.internal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.StoreException;

/** Encrypts and decrypts the secrets of the station, with a key that is loaded on first use. */
final class SecretCipher {

    private final MasterKey key;

    /** Guarded by this. */
    private AeadCipher seal;

    SecretCipher(MasterKey key) {
        this.key = key;
    }

    String seal(AssociatedData place, Secret secret) {
        AeadCipher ready = ready();
        byte[] clear = secret.toUtf8();
        try {
            return ready.close(place, clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    Secret open(AssociatedData place, String sealed) {
        AeadCipher ready = ready();
        byte[] clear;
        try {
            clear = ready.open(place, sealed);
        } catch (GeneralSecurityException e) {
            throw new StoreException("A stored secret was changed or damaged, so it is not used. Enter it again.", e);
        }
        try {
            return Secret.ofUtf8(clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /** Discards the key. */
    synchronized void forget() {
        seal = null;
    }

    private synchronized AeadCipher ready() {
        if (seal == null) {
            seal = key.seal();
        }
        return seal;
    }
}
