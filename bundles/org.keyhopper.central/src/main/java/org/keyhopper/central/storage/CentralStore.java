package org.keyhopper.central.storage;

import java.util.function.Function;
import org.keyhopper.central.directory.DirectoryDraft;

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

    /**
     * Stores a directory with the secrets that were typed, and does the work, in one transaction as of {@link #write}.
     *
     * @param keep whether secrets that were not typed stay, see {@link
     *     org.keyhopper.core.directory.DirectoryAccounts#change}; otherwise they are deleted
     */
    <T> T configure(DirectoryDraft draft, boolean keep, Function<CentralTransaction, T> work);
}
