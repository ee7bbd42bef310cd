package org.keyhopper.core.internal.ceremony;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the credential. Where no answer came, the directory is asked what it has. When the directory is in trouble and
 * shows that nothing was registered, the same attestation is sent again while its challenge lives.
 */
final class RegisterStep implements Step {

    private static final Logger LOGGER = LoggerFactory.getLogger(RegisterStep.class);

    private static final int REPETITIONS = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    /** A registration that is sent has to arrive before the challenge expires. */
    private static final Duration NEEDED = Duration.ofSeconds(10);

    @Override
    public CeremonyStep name() {
        return CeremonyStep.REGISTER;
    }

    @Override
    public void perform(CeremonyState state) throws StepFailure {
        String name = PasskeyName.of(state.order);
        state.journal(JournalPoint.REGISTERING, Map.of(JournalFacts.DEVICE_NAME, name));
        state.mayBeRegistered();
        Supplier<Answer<RegisteredPasskey>> call =
                () -> state.passkeys().complete(state.order.user(), state.options(), state.credential(), name);
        Answer<RegisteredPasskey> answer = state.readBack().registered(state, call);
        Answer<RegisteredPasskey> known = lookedUp(state, answer);
        for (int times = 0; isPassing(answer) && isFailed(known) && mayRepeat(state, times); times++) {
            LOGGER.info("Registering again after {}", answer);
            answer = call.get();
            known = lookedUp(state, answer);
        }
        switch (known) {
            case Answer.Done<RegisteredPasskey>(RegisteredPasskey passkey) -> registered(state, passkey);
            case Answer.Unclear<RegisteredPasskey>(Problem problem) -> throw new StepFailure(problem);
            case Answer.Failed<RegisteredPasskey>(Problem problem) -> {
                state.notRegistered();
                throw new StepFailure(problem);
            }
        }
    }

    /** Returns whether the directory, or the way to it, is in trouble that may pass; silence after sending is not. */
    private static boolean isPassing(Answer<RegisteredPasskey> answer) {
        Optional<Problem> problem = answer.trouble();
        boolean notSent = isFailed(answer)
                && problem.filter(it -> it.is(DirectoryProblem.NO_ANSWER)).isPresent();
        return notSent
                || problem.filter(it -> it.is(DirectoryProblem.SERVER_ERROR)
                                || it.is(DirectoryProblem.UNREACHABLE)
                                || it.is(DirectoryProblem.THROTTLED))
                        .isPresent();
    }

    private static boolean isFailed(Answer<RegisteredPasskey> answer) {
        return answer instanceof Answer.Failed<RegisteredPasskey>;
    }

    /** Pauses, the longer the more often it was tried; returns false when the challenge would expire or the run is stopped. */
    private static boolean mayRepeat(CeremonyState state, int times) {
        if (times >= REPETITIONS) {
            return false;
        }
        Duration growing = state.tools.retryPolicy().pause().multipliedBy(1L << times);
        Duration pause = growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE;
        Instant sent = state.tools.clock().instant().plus(pause);
        if (state.options().expires().isBefore(sent.plus(NEEDED))) {
            return false;
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !state.stop.isRaised();
    }

    /** Turns an answer that leaves it open whether the credential is registered into what the directory shows. */
    private static Answer<RegisteredPasskey> lookedUp(CeremonyState state, Answer<RegisteredPasskey> answer) {
        boolean open = answer instanceof Answer.Unclear<RegisteredPasskey>
                || answer.trouble()
                        .filter(it -> it.is(DirectoryProblem.ALREADY_REGISTERED))
                        .isPresent();
        if (!open) {
            return answer;
        }
        RegistrationSearch search =
                new RegistrationSearch(state.passkeys(), state.order.user(), state.tools.retryPolicy());
        return switch (search.find(state.credential().id(), handle(state))) {
            case RegistrationSearch.Finding.Present(RegisteredPasskey passkey) -> Answer.done(passkey);
            case RegistrationSearch.Finding.Absent() ->
                Answer.failed(answer.trouble().orElseThrow());
            case RegistrationSearch.Finding.Unknown(Problem problem) -> Answer.unclear(problem);
        };
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
