package org.keyhopper.core.internal.ceremony;

import java.util.Set;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.internal.device.WorkerLease;
import org.keyhopper.core.internal.reset.AuthenticatorReset;
import org.keyhopper.core.internal.reset.Reinsertion;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * A card has no button: that it was put in, or into the field, counts as its touch, with some for one act or for two minutes
 * only (CTAP 2.2, NFC). Used up, it is renewed by fresh power: from the reader, else from a person who takes the card out and
 * puts it back.
 */
final class UserPresenceRenewal {

    /** What cards say when it is used up. */
    private static final Set<DeviceProblem> USED_UP =
            Set.of(DeviceProblem.PRESENCE_REQUIRED, DeviceProblem.NOT_TOUCHED, DeviceProblem.OPERATION_DENIED);

    /** What a card whose reader left its field on goes on saying. */
    private static final Set<DeviceProblem> STILL_USED_UP =
            Set.of(DeviceProblem.PRESENCE_REQUIRED, DeviceProblem.NOT_TOUCHED);

    private final CeremonyState state;

    UserPresenceRenewal(CeremonyState state) {
        this.state = state;
    }

    /** Does what was refused once more, with fresh power; fails with the refusal when that cannot be had. */
    <T> T renewedFor(WorkerLease.Work<T> act, DeviceException refusal) throws StepFailure, DeviceException {
        if (!isUsedUp(refusal)) {
            throw refusal;
        }
        if (!AuthenticatorReset.powerCycle(state.device())) {
            return byHand(act, refusal);
        }
        try {
            return act.run();
        } catch (DeviceException e) {
            if (!wasKept(e)) {
                throw e;
            }
            return byHand(act, e);
        }
    }

    private boolean isUsedUp(DeviceException refusal) {
        return !state.isKey() && refusal.changedNothing() && isOneOf(USED_UP, refusal.problem());
    }

    /** Some contactless readers say that they took the power off a card and leave their field on. */
    private boolean wasKept(DeviceException refusal) {
        return state.device().link().kind() == DeviceKind.CONTACTLESS_CARD
                && refusal.changedNothing()
                && isOneOf(STILL_USED_UP, refusal.problem());
    }

    private static boolean isOneOf(Set<DeviceProblem> problems, Problem problem) {
        return problems.stream().anyMatch(problem::is);
    }

    private <T> T byHand(WorkerLease.Work<T> act, DeviceException refusal) throws StepFailure, DeviceException {
        Reinsertion reinsertion = state.tools.reinsertion().orElseThrow(() -> refusal);
        state.missed(refusal.problem());
        try {
            reinsertion.renewPresence(state);
        } catch (StepFailure e) {
            // It was not asked for to be erased, as its problem would say.
            if (e.problem().is(RunProblem.NOT_TAKEN_OUT)) {
                throw refusal;
            }
            throw e;
        }
        return state.onDevice(act);
    }
}
