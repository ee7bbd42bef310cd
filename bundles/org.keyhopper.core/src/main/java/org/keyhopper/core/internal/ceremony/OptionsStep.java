package org.keyhopper.core.internal.ceremony;

import java.time.Duration;
import java.time.Instant;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.internal.device.StepFailure;

/** Fetches the directory's options as late as possible, and refuses those that would run out on the way. */
final class OptionsStep implements Step {

    /** A slow card, a touch and a registration fit into this. */
    private static final Duration NEEDED = Duration.ofSeconds(45);

    @Override
    public CeremonyStep name() {
        return CeremonyStep.OPTIONS;
    }

    @Override
    public void perform(CeremonyState state) throws StepFailure {
        EnrolmentOptions options = StepFailure.unlessFailed(begun(state));
        state.fetched(options);
        Instant now = state.tools.clock().instant();
        if (options.expires().isBefore(now.plus(NEEDED))) {
            throw new StepFailure(Problem.of(DirectoryProblem.OPTIONS_EXPIRED));
        }
    }

    /** Only a refusal is sure to have begun nothing. */
    private static Answer<EnrolmentOptions> begun(CeremonyState state) {
        state.mayBeBegun();
        Answer<EnrolmentOptions> answer = state.passkeys().begin(state.order.user());
        if (answer instanceof Answer.Failed<EnrolmentOptions>) {
            state.notBegun();
        }
        return answer;
    }
}
