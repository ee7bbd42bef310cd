package org.keyhopper.central.request;

import org.keyhopper.central.access.Place;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.Tally;

/**
 * A request in a list.
 *
 * @param number its place in the list, newest first
 * @param request without its recipients
 */
public record RequestSummary(long number, ProvisioningRequest request, RequestDetails details, Tally tally) {

    /** Returns where it belongs. */
    public Place place() {
        return new Place(request.directory(), details.site());
    }
}
