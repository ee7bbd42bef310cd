package org.keyhopper.core.internal.ceremony;

import java.util.Map;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.fido.DeviceException;

/** Reads the passkey back from the directory, and has the device sign with it. Only this makes it PROVISIONED. */
final class ProveStep implements Step {

    @Override
    public CeremonyStep name() {
        return CeremonyStep.PROVE;
    }

    @Override
    public void perform(CeremonyState state) throws StepFailure, DeviceException {
        state.readBack().start(state);
        state.possession().orElseGet(() -> AssertionAttempt.triedOn(state)).require();
        boolean complete = !new FinishStep().isNeededFor(state.order);
        JournalPoint point = state.readBack().mayOutlastDevice() ? JournalPoint.SIGNED : JournalPoint.PROVED;
        state.journal(point, Map.of(JournalFacts.COMPLETE, Boolean.toString(complete)));
    }
}
