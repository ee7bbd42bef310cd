package org.keyhopper.store;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps the key that encrypts the secrets of a station outside of its database. Any thread; may block on the operating
 * system's key store. Failures are {@link org.keyhopper.core.request.StoreException} with a sentence for the operator.
 */
@ConsumerType
public interface MasterKeySource {

    /** Returns a stable id, stored with the station: a station protected by one source never falls back to another. */
    String id();

    /** Returns a description that completes "The secrets of this station are protected by …". */
    String description();

    /**
     * Creates and stores a key for a new station.
     *
     * @param station 16 random bytes that identify the station, for use as salt or as the name of the entry; not secret
     * @return 32 bytes, to be wiped by the caller, or empty if this source cannot store a key here
     */
    Optional<byte[]> create(byte[] station);

    /**
     * Returns the key created for this station.
     *
     * @return 32 bytes, to be wiped by the caller, or empty if there is none
     */
    Optional<byte[]> find(byte[] station);
}
