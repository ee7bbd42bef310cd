package org.keyhopper.core.internal.ceremony;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.fido.ModelMetadata;

/**
 * What a directory that enforces attestation will verify by the FIDO metadata, verified by this station's metadata first: the
 * model before the device is changed, the trust path as soon as there is one.
 */
final class EnforcedAttestation {

    /** How much older than ours the directory's metadata may be: Microsoft Entra ID reads it monthly. */
    private static final Period DELAY = Period.ofWeeks(4);

    private EnforcedAttestation() {}

    /** Fails if the directory will refuse the model; warns where that cannot be known here. */
    static void checkModel(CeremonyState state, UUID model) throws StepFailedException {
        Answer<ModelMetadata> answer = state.tools.metadata().models();
        Optional<ModelMetadata> metadata = answer.result();
        if (metadata.isEmpty()) {
            state.warn(Problem.of(MetadataProblem.NOT_VERIFIED_HERE, model.toString())
                    .withDetail(answer.failure().orElseThrow().toString()));
            return;
        }
        LocalDate today = LocalDate.ofInstant(
                state.tools.clock().instant(), state.tools.clock().getZone());
        Optional<Problem> problem = metadata.get().checkCertified(model);
        if (problem.isPresent()) {
            boolean isOutdated = metadata.get().nextUpdate().isBefore(today);
            if (!isOutdated || !problem.get().is(MetadataProblem.MODEL_UNKNOWN)) {
                throw new StepFailedException(problem.get());
            }
            state.warn(problem.get());
        }
        metadata.get()
                .statusChanged(model)
                .filter(changed -> changed.isAfter(today.minus(DELAY)))
                .ifPresent(changed -> state.warn(Problem.of(
                        MetadataProblem.MODEL_RECENT,
                        metadata.get().nameOf(model).orElse(model.toString()),
                        changed.toString())));
    }

    /** Returns MAKER_NOT_PROVEN if the directory will refuse the new credential; empty where that cannot be known here. */
    static Optional<Problem> checkCredential(CeremonyState state) {
        return state.tools
                .metadata()
                .models()
                .result()
                .flatMap(metadata -> metadata.checkMaker(state.credential()))
                .filter(problem -> !problem.is(MetadataProblem.MODEL_UNKNOWN));
    }
}
