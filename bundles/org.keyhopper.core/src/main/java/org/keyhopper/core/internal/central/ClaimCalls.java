package org.keyhopper.core.internal.central;

import java.time.Instant;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.ReleaseOrder;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

/** One claim at Central, from when it was given until it is released, lost, or kept for reconciling. Any thread. */
final class ClaimCalls {

    private final CentralEnrolments central;
    private final RecipientId recipient;
    private final long claim;
    private volatile boolean ended;
    private volatile boolean lost;

    /** @param claim its number; 0 for none, which nothing is done for */
    ClaimCalls(CentralEnrolments central, RecipientId recipient, long claim) {
        this.central = central;
        this.recipient = recipient;
        this.claim = claim;
    }

    /** Returns the fencing number. */
    long number() {
        return claim;
    }

    /**
     * Makes a call under the claim.
     *
     * @throws ClaimLostException when Central answers that the claim has ended
     */
    <T> Answer<T> current(Supplier<Answer<T>> call) {
        Answer<T> answer = call.get();
        if (answer instanceof Answer.Failed<T>(Problem problem) && CentralCodes.isLostClaim(problem)) {
            ended = true;
            lost = true;
            throw new ClaimLostException(recipient.request(), claim);
        }
        return answer;
    }

    /** Returns whether Central answered that the claim has ended. */
    boolean isLost() {
        return lost;
    }

    /** Asks Central for the recipient, of whom it has decided if the claim was lost. */
    Answer<RecipientState> recipientNow() {
        return central.request(recipient.request()).flatMap(request -> request.findRecipient(recipient.position())
                .map(Answer::done)
                .orElseGet(() -> Answer.failed(
                        Problem.of(RunProblem.CLAIM_LOST, recipient.request().value()))));
    }

    /** Notes that nothing is done for the claim any more. */
    void end() {
        ended = true;
    }

    /** Releases the claim; it counts as ended, whatever the answer. */
    Answer<Outcome> release(ReleaseOrder order) {
        ended = true;
        return central.release(claim, order);
    }

    /** Tells Central the outcome of a recipient for whom nothing was begun. */
    Answer<Outcome> settle(Outcome outcome, Problem reason) {
        Answer<Outcome> answer =
                central.release(claim, new ReleaseOrder(reason.code().id(), outcome == Outcome.SKIPPED, true));
        ended |= answer instanceof Answer.Done<Outcome>;
        return answer;
    }

    /** Extends the claim; false if it is lost. Central that does not answer may still have it. */
    boolean renew() {
        return ended
                || claim == 0
                || !(central.renew(claim) instanceof Answer.Failed<Instant>(Problem problem)
                        && CentralCodes.isLostClaim(problem));
    }

    /** Gives back a claim under which nothing was tried. */
    void giveBack() {
        if (!ended && claim != 0) {
            release(ReleaseOrder.UNTRIED);
        }
    }
}
