package org.keyhopper.core.internal.ceremony;

import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.ceremony.CeremonyStep;
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
        Optional<Problem> problem = new PossessionProof(state.tools.verifier(), state.tools.random())
                .of(state.device.authenticator(), state.credential(), state.options(), state.pin());
        if (problem.isPresent()) {
            throw new StepFailure(problem.get());
        }
        boolean complete = !new FinishStep().isNeededFor(state.order);
        JournalPoint point = state.readBack().mayOutlastDevice() ? JournalPoint.SIGNED : JournalPoint.PROVED;
        state.journal(point, Map.of(JournalFacts.COMPLETE, Boolean.toString(complete)));
    }
}
