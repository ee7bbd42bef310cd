package org.keyhopper.central.storage;

import java.util.Optional;

/** Keys of calls that create something, each with the id of what it created. No reply is kept, so no secret is. */
public interface IdempotencyTable {

    /**
     * A call with this key.
     *
     * @param call a digest of what was asked for
     * @param result the id of what was created
     */
    record Used(String call, String result) {}

    /**
     * Reserves a key for this transaction; waits for another one that has reserved the same.
     *
     * @return the call that used it before, if there is one
     */
    Optional<Used> reserve(String caller, String key, String call);

    /** Records what was created. */
    void complete(String caller, String key, String result);

    /** Lets the key be used again, since nothing was created. */
    void free(String caller, String key);
}
