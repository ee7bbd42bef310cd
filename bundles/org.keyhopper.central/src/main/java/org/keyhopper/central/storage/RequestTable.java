package org.keyhopper.central.storage;

import java.util.List;
import java.util.Optional;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.request.NewRequest;
import org.keyhopper.central.request.RequestDetails;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/** Requests as operators manage them. */
public interface RequestTable {

    /** Adds a request with its people. */
    RequestId add(NewRequest request, RequestDetails details);

    /** Returns requests with a lower number, newest first. */
    List<RequestSummary> before(long number, int limit);

    Optional<RequestSummary> find(RequestId id);

    /** Returns where a request belongs, without counting its people. */
    Optional<Place> place(RequestId id);

    /** Returns the requests that are assigned to an operator or a station, oldest first. */
    List<RequestSummary> assignedTo(String assignee);

    /** Returns the request and locks it and its recipients until the end of the transaction. */
    Optional<RequestSummary> lock(RequestId id);

    /** Returns the details; those of a request without any are {@link RequestDetails#NONE}. */
    RequestDetails details(RequestId id);

    void put(RequestId id, RequestDetails details);

    /** Returns whether a recipient is claimed or unclear. */
    boolean isInUse(RequestId id);

    /** Makes the recipients that FAILED PENDING again; returns their number. */
    int reopenFailed(RequestId id);

    void remove(RequestId id);

    /** Returns recipients with a higher position, in order. */
    List<RecipientState> people(RequestId id, int position, int limit);
}
