package org.keyhopper.store;

import java.nio.file.Path;
import java.time.Clock;
import org.keyhopper.central.access.Caller;
import org.keyhopper.store.internal.CentralContext;
import org.keyhopper.store.internal.KeyRotation;

/**
 * Replaces Central's master key.
 *
 * @param secrets how many secrets were encrypted anew
 * @param retired the file with the key from before, which backups made with it need
 */
public record MasterKeyRotation(int secrets, Path retired) {

    /**
     * Makes a new key and encrypts all secrets with it, in one transaction. No instance may be running. When it is killed, the
     * old key is in use or the new one, and the next start finds the right file. Failures are {@code StoreException}.
     */
    public static MasterKeyRotation rotate(CentralLocation location, Caller caller) {
        try (CentralContext context = CentralContext.at(location, Clock.systemUTC())) {
            context.records().open();
            return new KeyRotation(context).rotate(caller);
        }
    }
}
