package org.keyhopper.central.request;

import java.time.Instant;
import java.util.List;
import org.keyhopper.core.request.RecipientState;

/**
 * A request at one moment.
 *
 * @param inWork recipients with a living claim
 * @param recent the recipients whose attempts ended last, the latest first
 * @param at the time by the clock of the database
 */
public record LiveRequest(RequestSummary summary, List<ActiveClaim> inWork, List<RecipientState> recent, Instant at) {
    public LiveRequest {
        inWork = List.copyOf(inWork);
        recent = List.copyOf(recent);
    }
}
