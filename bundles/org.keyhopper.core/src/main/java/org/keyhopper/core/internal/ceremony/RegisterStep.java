package org.keyhopper.core.internal.ceremony;

import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.internal.reset.StepFailure;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;

/** Registers the credential, once. Where no answer came, the directory is asked what it has. */
final class RegisterStep implements Step {

    @Override
    public CeremonyStep name() {
        return CeremonyStep.REGISTER;
    }

    @Override
    public void perform(CeremonyState state) throws StepFailure {
        String name = DeviceNames.of(state.order);
        state.journal(JournalPoint.REGISTERING, Map.of(JournalFacts.DEVICE_NAME, name));
        state.mayBeRegistered();
        Answer<RegisteredPasskey> answer = state.readBack().registered(state, () -> state.passkeys()
                .complete(state.order.user(), state.options(), state.credential(), name));
        switch (answer) {
            case Answer.Done<RegisteredPasskey>(RegisteredPasskey passkey) -> registered(state, passkey);
            case Answer.Unclear<RegisteredPasskey>(Problem problem) -> lookUp(state, problem);
            case Answer.Failed<RegisteredPasskey>(Problem problem)
            when problem.is(DirectoryProblem.ALREADY_REGISTERED) -> lookUp(state, problem);
            case Answer.Failed<RegisteredPasskey>(Problem problem) -> {
                state.notRegistered();
                throw new StepFailure(problem);
            }
        }
    }

    private static void lookUp(CeremonyState state, Problem why) throws StepFailure {
        RegistrationSearch search =
                new RegistrationSearch(state.passkeys(), state.order.user(), state.tools.patience());
        switch (search.find(state.credential().id(), handle(state))) {
            case RegistrationSearch.Finding.Present(RegisteredPasskey passkey) -> registered(state, passkey);
            case RegistrationSearch.Finding.Absent() -> {
                state.notRegistered();
                throw new StepFailure(why);
            }
            case RegistrationSearch.Finding.Unknown(Problem problem) -> throw new StepFailure(problem);
        }
    }

    /** Some directories tell beforehand under which id they will list it. */
    private static Optional<String> handle(CeremonyState state) {
        return Optional.of(state.options().enrolmentId()).filter(id -> !id.isEmpty());
    }

    private static void registered(CeremonyState state, RegisteredPasskey passkey) {
        state.registered(passkey);
        state.journal(JournalPoint.REGISTERED, Map.of(JournalFacts.PASSKEY_ID, passkey.id()));
    }
}
