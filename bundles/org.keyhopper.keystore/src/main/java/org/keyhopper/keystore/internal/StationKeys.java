package org.keyhopper.keystore.internal;

import java.util.Optional;

/** Where the keys of stations are kept. Blocks, perhaps for as long as a person does not answer. */
interface StationKeys {

    void keep(byte[] station, byte[] key) throws Exception;

    /** Returns the key, or empty when there is none for this station. */
    Optional<byte[]> find(byte[] station) throws Exception;
}
