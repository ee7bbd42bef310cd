package org.keyhopper.central.request;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/**
 * Requests, for those who manage them. Blocking on the database; any thread. What belongs to a place that the caller may
 * not see is not listed. A version that is not the current one is VERSION_DIFFERS, and nothing is changed.
 */
public interface ManagedRequests {

    /** The most people that one request may have. */
    int MOST_PEOPLE = 10_000;

    /** Returns requests, newest first. */
    Answer<Page<RequestSummary>> list(Caller caller, Optional<String> after, int limit);

    Answer<RequestSummary> find(Caller caller, RequestId id);

    /**
     * Creates a request. It needs the approval of a second person if policy says so, or if a directory could not be asked
     * who is in its privileged groups; blocks on that directory.
     *
     * @param key makes a repeated call harmless
     */
    Answer<RequestSummary> create(Caller caller, String key, NewRequest request);

    Answer<RequestSummary> update(Caller caller, RequestId id, long version, RequestChange change);

    /** Agrees to a request; OWN_REQUEST for its creator, and for a caller that is not a person. Idempotent. */
    Answer<RequestSummary> approve(Caller caller, RequestId id);

    /** Makes the people who FAILED pending again, for those who may provision; returns their number. */
    Answer<Integer> retryFailed(Caller caller, RequestId id);

    /** Deletes a request; REQUEST_IN_USE while one of its recipients is claimed or unclear. */
    Answer<RequestId> delete(Caller caller, RequestId id, long version);

    /** Returns people of a request in its order. */
    Answer<Page<RecipientState>> people(Caller caller, RequestId id, Optional<String> after, int limit);

    /** Like {@link #people}, for those who may download what was provisioned. */
    Answer<Page<RecipientState>> results(Caller caller, RequestId id, Optional<String> after, int limit);
}
