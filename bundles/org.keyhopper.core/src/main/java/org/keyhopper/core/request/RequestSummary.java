package org.keyhopper.core.request;

import java.time.Instant;

/**
 * A request without its recipients, of which only the numbers are known.
 *
 * @param directory the name of a configured directory
 */
public record RequestSummary(RequestId id, String name, String directory, Instant created, Tally tally) {

    public static RequestSummary of(ProvisioningRequest request) {
        return new RequestSummary(
                request.id(), request.name(), request.directory(), request.created(), request.tally());
    }

    public ProvisioningRequest.State state() {
        return ProvisioningRequest.State.of(tally);
    }

    /** Returns the number of recipients that a run would attempt. */
    public int open() {
        return tally.pending() + tally.failed();
    }
}
