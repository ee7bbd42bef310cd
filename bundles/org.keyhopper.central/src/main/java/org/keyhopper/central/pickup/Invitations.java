package org.keyhopper.central.pickup;

import java.util.Optional;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.problem.CentralProblem;

/**
 * Invitations that are to be sent. What to send follows from the copies and the outcomes of their people; an invitation that was taken
 * belongs to this instance for a few minutes. Blocking on the database; any thread.
 */
public interface Invitations {

    /** Takes the next one, with a fresh link, which ends the ones before it. */
    Optional<Invitation> next();

    /** Records that it was sent; nothing if another one is wanted since, which ended its link. */
    void sent(Caller caller, Invitation invitation);

    /**
     * Records why it was not sent; it is tried again with growing pauses, a few times. Nothing if another one is wanted since.
     */
    void failed(Caller caller, Invitation invitation, CentralProblem problem, boolean mayHelp);
}
