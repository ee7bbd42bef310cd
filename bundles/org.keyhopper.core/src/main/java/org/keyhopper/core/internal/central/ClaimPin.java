package org.keyhopper.core.internal.central;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.RegisteredEnrolment;
import org.keyhopper.core.run.RunProblem;

/**
 * The initial PIN of one claim in the escrow of the organisation: kept there before the device gets it, and confirmed together
 * with the registration, or once it may stay on a device without one. Any thread.
 */
public final class ClaimPin {

    private final CentralEnrolments central;
    private final long claim;
    private volatile boolean kept;
    private volatile boolean accepted;
    private volatile boolean confirmed;

    ClaimPin(CentralEnrolments central, long claim) {
        this.central = central;
        this.claim = claim;
    }

    /**
     * Notes that a PIN may have been kept under this claim before this process.
     *
     * @param onDevice whether the device may have accepted it
     */
    void mayBeKept(boolean onDevice) {
        kept = true;
        accepted = onDevice;
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

    /** Notes that the device has accepted the PIN. */
    void accepted() {
        accepted = true;
    }

    /** Returns whether the device has a PIN that is kept and not confirmed. */
    boolean isToBeConfirmed() {
        return kept && accepted && !confirmed;
    }

    /** Notes whether a registration has confirmed the PIN; returns the handle of the passkey. */
    Answer<String> registered(Answer<RegisteredEnrolment> answer) {
        confirmed |= answer.result().filter(RegisteredEnrolment::pinConfirmed).isPresent();
        return answer.map(RegisteredEnrolment::passkey);
    }

    /** Confirms in the background a PIN that may stay on the device, though the attempt has failed. */
    void confirmLater() {
        if (isToBeConfirmed()) {
            Thread.ofVirtual().name("PIN of claim " + claim).start(this::confirmNow);
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
        return kept && !confirmed ? confirmNow() : Answer.done(confirmed);
    }

    /**
     * Makes sure that a PIN is confirmed that stays on a device without a registration. Returns whether nothing is left to be
     * confirmed under this claim.
     */
    public boolean settleOnDevice() {
        return !isToBeConfirmed()
                || confirmNow()
                        .failure()
                        .filter(it -> !CentralCodes.isVerdict(it))
                        .isEmpty();
    }

    /** Returns whether the PIN office can find the PIN, so that the station needs it no longer. */
    public boolean isConfirmed() {
        return confirmed;
    }
}
