package org.keyhopper.core.vault;

import java.nio.file.Path;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;

/** The key of a station's secrets and MACs. Blocking on the store; any thread. */
public interface StationKey {

    /**
     * What a replacement did.
     *
     * @param secrets how many secrets and PINs were encrypted anew
     * @param old where the old key is, which backups made before still need; empty if it is in no file
     */
    record Replaced(int secrets, Optional<Path> old) {}

    /**
     * Replaces the key by a new one from the same source, in one transaction. Other processes go on with the new key; where it is derived from
     * a passphrase, they are refused until they were started with the new one.
     *
     * @param passphrase the new one, needed where the key is derived from a passphrase
     * @throws org.keyhopper.core.request.StoreException when a row or secret was changed by another program; nothing was changed then
     */
    Replaced replace(Optional<Secret> passphrase);
}
