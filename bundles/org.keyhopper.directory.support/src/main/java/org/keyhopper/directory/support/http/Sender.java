package org.keyhopper.directory.support.http;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.transport.Deadline;

/** Sends requests. Implementations wrap one another: connection, retries, session. Thread-safe. */
@FunctionalInterface
public interface Sender {

    /**
     * Sends and waits for the response. Blocking until the deadline; interruptible.
     *
     * @return done with any HTTP status; failed when it was not sent, or was {@link Effect#IDEMPOTENT} and got no answer;
     *     unclear when it was {@link Effect#NON_IDEMPOTENT} and may have arrived
     */
    Answer<ApiResponse> send(ApiRequest request, Deadline deadline);
}
