package org.keyhopper.store;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps the key that protects the secrets of a station, outside the station's database. Any thread; may block on the
 * operating system's key store. Failures are {@link org.keyhopper.core.request.StoreException} with a sentence for the
 * operator.
 */
@ConsumerType
public interface MasterKeySource {

    /** Returns a stable name, kept with the station: a station once protected by one source never falls back to another. */
    String id();

    /** Returns what it is, in words that complete "The secrets of this station are protected by …". */
    String description();

    /**
     * Makes a key for a new station, and keeps it.
     *
     * @param station 16 random bytes that name the station, to be used as salt or as the name of the entry; not secret
     * @return 32 bytes, which the caller wipes, or empty when this source cannot keep a key here
     */
    Optional<byte[]> create(byte[] station);

    /**
     * Returns the key made for this station.
     *
     * @return 32 bytes, which the caller wipes, or empty when there is none
     */
    Optional<byte[]> find(byte[] station);
}
