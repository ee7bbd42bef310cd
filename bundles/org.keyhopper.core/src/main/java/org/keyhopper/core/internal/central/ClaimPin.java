package org.keyhopper.core.internal.central;

import java.util.concurrent.CompletableFuture;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.run.RunProblem;

/**
 * The initial PIN of one claim in the escrow of the organisation: kept there before the device gets it, and confirmed while
 * the work goes on. Any thread.
 */
public final class ClaimPin {

    private final CentralEnrolments central;
    private final long claim;
    private volatile boolean kept;
    private volatile boolean confirmed;

    /** The confirmation under way, or the last one. */
    private volatile CompletableFuture<Answer<Boolean>> confirmation =
            CompletableFuture.completedFuture(Answer.done(false));

    ClaimPin(CentralEnrolments central, long claim) {
        this.central = central;
        this.claim = claim;
    }

    /** Notes that a PIN may have been kept under this claim before this process. */
    void mayBeKept() {
        kept = true;
    }

    /**
     * Keeps a PIN that is going to be set. A Central without escrow keeps none, which is no failure: the PIN stays in the vault
     * of the station.
     */
    Answer<Boolean> keep(Secret pin) {
        return noted(central.keepPin(claim, pin));
    }

    /** Notes how the call ended that had the PIN with it. A Central that does not know this yet is sent the PIN alone. */
    Answer<Boolean> kept(Answer<Boolean> answer, Secret pin) {
        boolean unknown = answer instanceof Answer.Done<Boolean>(Boolean done) && !done;
        return unknown ? keep(pin) : noted(answer);
    }

    private Answer<Boolean> noted(Answer<Boolean> answer) {
        if (answer.failure().filter(CentralCodes::isWithoutEscrow).isPresent()) {
            return Answer.done(false);
        }
        kept = answer instanceof Answer.Done<Boolean>;
        return answer;
    }

    /** Confirms in the background that the device has accepted the PIN. */
    void confirm() {
        if (kept) {
            confirmation = new CompletableFuture<>();
            CompletableFuture<Answer<Boolean>> mine = confirmation;
            Thread.ofVirtual().name("PIN of claim " + claim).start(() -> mine.complete(confirmNow()));
        }
    }

    private Answer<Boolean> confirmNow() {
        try {
            Answer<Boolean> answer = central.confirmPin(claim);
            boolean none = answer.failure()
                    .filter(problem -> CentralCodes.isNoSuchPin(problem) || CentralCodes.isWithoutEscrow(problem))
                    .isPresent();
            kept = kept && !none;
            confirmed = answer instanceof Answer.Done<Boolean>;
            return none ? Answer.done(false) : answer;
        } catch (RuntimeException e) {
            return Answer.unclear(Problem.of(RunProblem.INTERNAL_FAULT).withDetail(e.toString()));
        }
    }

    /** Makes sure that a kept PIN is confirmed, before the claim ends. */
    Answer<Boolean> settle() {
        confirmation.join();
        return kept && !confirmed ? confirmNow() : Answer.done(confirmed);
    }

    /** Returns whether the PIN office can find the PIN, so that the station needs it no longer. */
    public boolean isConfirmed() {
        return confirmed;
    }
}
