package org.keyhopper.core.internal.ceremony;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.ceremony.CeremonyStep;

/** Checks what the device made as the directory would, while undoing is still cheap. */
final class VerifyStep implements Step {

    @Override
    public CeremonyStep name() {
        return CeremonyStep.VERIFY;
    }

    @Override
    public void perform(CeremonyState state) throws StepFailure {
        Optional<Problem> problem = state.tools
                .verifier()
                .checkNew(state.credential(), state.options(), state.info())
                .or(() -> ProvenMaker.problem(state, metadata -> metadata.checkMaker(state.credential())));
        if (problem.isPresent()) {
            throw new StepFailure(problem.get());
        }
    }
}
