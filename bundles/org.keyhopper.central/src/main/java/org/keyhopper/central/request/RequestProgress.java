package org.keyhopper.central.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/** The progress of requests, for those who may see them. Reads only; blocking on the database; any thread. */
public interface RequestProgress {

    /**
     * Returns a request as it is now.
     *
     * @param recent the most recipients whose attempts ended last
     */
    Answer<LiveRequest> show(Caller caller, RequestId id, int recent);

    /**
     * Returns a text that is another one after each change of what {@link #show} returns for any request, also when a claim
     * expires. It says nothing about the requests, so no privilege is needed. Fast enough to be asked several times a second.
     */
    String revision();

    /**
     * Returns recipients in the order of the request.
     *
     * @param outcome those with this outcome only; empty for all
     * @param text those whose name or account contains it; empty for all
     */
    Answer<Page<RecipientState>> people(
            Caller caller, RequestId id, Optional<Outcome> outcome, String text, Optional<String> after, int limit);

    /** Returns all attempts for a recipient, the first one first. */
    Answer<List<OutcomeRecord>> history(Caller caller, RecipientId id);

    /** Returns the requests that the caller may see with a recipient whose name or account contains the text. */
    Answer<List<RequestId>> withPerson(Caller caller, String text);

    /** Returns how many attempts ended since a time, for the requests that the caller may see. */
    Answer<List<EndedAttempts>> endedSince(Caller caller, Instant since);
}
