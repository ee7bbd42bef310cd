package org.keyhopper.central.storage;

import java.util.function.Function;

/**
 * Central's database. Blocking for milliseconds; any thread; failures are {@link
 * org.keyhopper.core.request.StoreException}.
 */
public interface CentralStore {

    /**
     * Does the work in one transaction, completely or not at all. What it returned for is on the disk. Rows that the work
     * locked stay locked until the end, so it must not wait for anything else, such as the network.
     */
    <T> T write(Function<CentralTransaction, T> work);
}
