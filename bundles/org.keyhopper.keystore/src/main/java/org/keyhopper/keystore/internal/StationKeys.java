package org.keyhopper.keystore.internal;

import java.util.Optional;

/** A store of station keys. Blocks, possibly until the user responds. */
interface StationKeys {

    void keep(byte[] station, byte[] key) throws Exception;

    /** Returns the key, or empty if there is none for this station. */
    Optional<byte[]> find(byte[] station) throws Exception;
}
