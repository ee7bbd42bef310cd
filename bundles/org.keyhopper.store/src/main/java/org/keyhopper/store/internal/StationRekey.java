package org.keyhopper.store.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.StationAction;
import org.keyhopper.core.vault.StationKey;

/**
 * Replaces the key of a station: secrets, PINs and the MACs of all rows in one transaction. A new key file is on the disk before, and
 * takes its place after; between the two, {@link MasterKey} finds it beside the old one.
 */
record StationRekey(StoreContext station) implements StationKey {

    @Override
    public Replaced replace(Optional<Secret> passphrase) {
        MasterKey key = station.masterKey();
        // Finishes a replacement that was killed, so that the key beside the file is not overwritten while it is in
        // use.
        AeadCipher before = key.seal();
        MasterKey.Next next = key.makeNext(passphrase.map(given -> new PassphraseKey(() -> Optional.of(copy(given)))));
        int secrets = reencrypt(before, next);
        station.rows().forget();
        station.cipher().forget();
        Optional<Path> old = next.source() instanceof KeyFile file ? Optional.of(file.adoptNext()) : Optional.empty();
        return new Replaced(secrets, old);
    }

    /** Up to the commit. */
    int reencrypt(AeadCipher before, MasterKey.Next next) {
        return station.database().write(in -> {
            int count = SealedColumns.reencrypt(in, before, next.cipher());
            station.trail().add(in, StationAction.KEY_REPLACED, "", Map.of("secrets", Integer.toString(count)));
            ((RowMacs) station.rows()).replaceKey(in, next.cipher().macKey());
            station.masterKey().use(in, next);
            return count;
        });
    }

    private static Secret copy(Secret secret) {
        return Secret.of(new String(secret.toChars()));
    }
}
