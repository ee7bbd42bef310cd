package org.keyhopper.central.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.request.ActiveClaim;
import org.keyhopper.central.request.EndedAttempts;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/** The progress of requests; read only. */
public interface ProgressTable {

    /** Returns a text that is another one after each change of requests, living claims and what is done under them. */
    String revision();

    /** Returns the recipients with a living claim, in order of their claims. */
    List<ActiveClaim> inWork(RequestId id);

    /** Returns the recipients whose attempts ended last, the latest first. */
    List<RecipientState> recent(RequestId id, int limit);

    /**
     * Returns recipients with a higher position, in order.
     *
     * @param text contained in name or account, whatever the case; empty for all
     */
    List<RecipientState> people(RequestId id, Optional<Outcome> outcome, String text, int position, int limit);

    /** Returns all attempts for a recipient, the first one first. */
    List<OutcomeRecord> history(RecipientId id);

    /** Returns the requests with a recipient whose name or account contains the text, newest first. */
    List<RequestId> withPerson(String text, int limit);

    /** Returns how many attempts ended since a time, by place, outcome and reason. */
    List<EndedAttempts> endedSince(Instant since);
}
