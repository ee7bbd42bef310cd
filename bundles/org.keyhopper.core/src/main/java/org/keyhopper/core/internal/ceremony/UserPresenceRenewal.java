package org.keyhopper.core.internal.ceremony;

import java.util.Set;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.internal.device.WorkerLease;
import org.keyhopper.core.internal.reset.AuthenticatorReset;
import org.keyhopper.core.internal.reset.Reinsertion;
import org.keyhopper.core.internal.reset.ResetContext;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * Renews the user presence of a card. A card has no button: inserting it, or putting it into the field, counts as its
 * touch, with some cards for one operation or for two minutes only (CTAP 2.2, NFC). A power cycle renews it: by the
 * reader, or by an operator who removes and reinserts the card.
 */
record UserPresenceRenewal(CeremonyState state) {

    /** Refusals by cards whose user presence is used up. */
    private static final Set<DeviceProblem> USED_UP =
            Set.of(DeviceProblem.PRESENCE_REQUIRED, DeviceProblem.NOT_TOUCHED, DeviceProblem.OPERATION_DENIED);

    /** Refusals by cards after a power cycle for which the reader left its field on. */
    private static final Set<DeviceProblem> STILL_USED_UP =
            Set.of(DeviceProblem.PRESENCE_REQUIRED, DeviceProblem.NOT_TOUCHED);

    /** Repeats the refused work after a power cycle; fails with the refusal when that is not possible. */
    <T> T retry(WorkerLease.Work<T> work, DeviceException refusal) throws StepFailedException, DeviceException {
        if (!isUsedUp(refusal)) {
            throw refusal;
        }
        if (!AuthenticatorReset.powerCycle(state.device())) {
            return retryAfterReinsertion(work, refusal);
        }
        try {
            return work.run();
        } catch (DeviceException e) {
            if (!hasKeptItsPower(e)) {
                throw e;
            }
            return retryAfterReinsertion(work, e);
        }
    }

    private boolean isUsedUp(DeviceException refusal) {
        return !state.isKey() && refusal.changedNothing() && isOneOf(USED_UP, refusal.problem());
    }

    /** Some contactless readers report that they cycled the power of a card and leave their field on. */
    private boolean hasKeptItsPower(DeviceException refusal) {
        return state.device().link().kind() == DeviceKind.CONTACTLESS_CARD
                && refusal.changedNothing()
                && isOneOf(STILL_USED_UP, refusal.problem());
    }

    private static boolean isOneOf(Set<DeviceProblem> problems, Problem problem) {
        return problems.stream().anyMatch(problem::is);
    }

    private <T> T retryAfterReinsertion(WorkerLease.Work<T> work, DeviceException refusal)
            throws StepFailedException, DeviceException {
        Reinsertion reinsertion = state.tools.reinsertion().orElseThrow(() -> refusal);
        ResetContext context = state.resetContext();
        context.reportMissed(refusal.problem());
        try {
            reinsertion.renewPresence(context);
        } catch (StepFailedException e) {
            // The problem would say that a reset was not possible; none was wanted.
            if (e.problem().is(RunProblem.NOT_TAKEN_OUT)) {
                throw refusal;
            }
            throw e;
        }
        return state.current.run(work);
    }
}
