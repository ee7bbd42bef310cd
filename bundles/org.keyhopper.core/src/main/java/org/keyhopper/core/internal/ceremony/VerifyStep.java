package org.keyhopper.core.internal.ceremony;

import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.run.Demand;

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
                .or(() -> AttestationTrust.problem(state, metadata -> metadata.checkMaker(state.credential())));
        if (problem.isPresent()) {
            throw new StepFailure(problem.get());
        }
        noteOrdinaryAttestation(state);
    }

    /** A device asked for enterprise attestation gives it only to the relying parties on its maker's list. */
    private static void noteOrdinaryAttestation(CeremonyState state) throws StepFailure {
        Profile profile = state.order.profile();
        if (!ProfileSupport.enterpriseIsMissing(profile, state.info(), state.credential())) {
            return;
        }
        if (profile.unsupported() == Profile.Unsupported.REFUSE) {
            throw new StepFailure(Problem.of(DeviceProblem.NOT_SUPPORTED, Demand.ENTERPRISE_ATTESTATION.id()));
        }
        state.notes.add(ProfileSupport.notApplied(Demand.ENTERPRISE_ATTESTATION));
    }
}
