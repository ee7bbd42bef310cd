package org.keyhopper.core.people;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.keyhopper.core.request.ProvisioningRequest;

/**
 * Prepares the run of a request: its directory is signed in to, and its recipients are looked up. No recipient is claimed. A run takes all of that over, so that the operator signs in once and recipients are not looked up twice without need.
 * All methods but {@link #exclude} are fast; any thread.
 */
public interface Preparation extends AutoCloseable {

    /** Returns the request as it was at the start. */
    ProvisioningRequest request();

    PreparationSnapshot snapshot();

    /** Adds a listener, called at once and with every change, on threads of the preparation; returns quickly. */
    void addListener(Consumer<PreparationSnapshot> listener);

    /** Returns the recipients that need a decision, as far as they were looked up, in the order of the request. */
    List<CheckedRecipient> findings();

    /** Ends the look-ups: the other recipients are looked up when their turn comes. */
    void skipRest();

    /** Completes when a run can start or the preparation failed. Never completes exceptionally. */
    CompletableFuture<PreparationSnapshot> completed();

    /** Settles recipients as SKIPPED for the reason found; blocking on the disk. */
    void exclude(Collection<CheckedRecipient> recipients);

    /** Cancels the preparation and closes the directory, unless a run has taken it over. Idempotent. */
    @Override
    void close();
}
