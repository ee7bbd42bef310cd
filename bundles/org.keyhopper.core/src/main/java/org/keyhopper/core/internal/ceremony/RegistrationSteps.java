package org.keyhopper.core.internal.ceremony;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.core.internal.central.CentralPasskeys;
import org.keyhopper.core.internal.ceremony.CeremonyState.Mark;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.internal.directory.Outages;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the credential and proves it: the directory returns the passkey, and the device signs with it. An unclear
 * answer is resolved by listing what the directory has; after a transient fault that registered nothing, the same
 * attestation is sent again while its challenge lives.
 *
 * <p>Where the device may leave early, it signs while the directory registers, and the passkey is read back while the
 * device is finished and leaves. A card signs meanwhile at each joined station.
 */
final class RegistrationSteps {

    private static final Logger LOGGER = LoggerFactory.getLogger(RegistrationSteps.class);

    private static final int REPETITIONS = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    /** A repeated registration has to arrive before the challenge expires. */
    private static final Duration NEEDED = Duration.ofSeconds(10);

    private RegistrationSteps() {}

    static void register(CeremonyState state) throws StepFailedException {
        String name = PasskeyName.of(state.order);
        state.journal(JournalPoint.REGISTERING, Map.of(JournalFacts.DEVICE_NAME, name));
        state.set(Mark.REGISTERED);
        Supplier<Answer<RegisteredPasskey>> call =
                () -> state.passkeys().complete(state.order.user(), state.options(), state.credential(), name);
        Answer<RegisteredPasskey> answer = signsMeanwhile(state) ? registerWhileSigning(state, call) : call.get();
        Answer<RegisteredPasskey> known = resolved(state, answer);
        boolean mayArriveLate = isUnclear(answer);
        for (int times = 0; isTransient(answer) && isFailed(known) && mayRepeat(state, times); times++) {
            LOGGER.info("Registering again after {}", answer);
            answer = call.get();
            known = resolved(state, answer);
            mayArriveLate |= isUnclear(answer);
        }
        if (mayArriveLate && isFailed(answer) && isFailed(known)) {
            // Refused, or not sent: an earlier registration without an answer may have been carried out since.
            known = searched(state, answer);
        }
        switch (known) {
            case Answer.Done<RegisteredPasskey>(RegisteredPasskey passkey) -> registered(state, passkey);
            case Answer.Unclear<RegisteredPasskey>(Problem problem) -> throw new StepFailedException(problem);
            case Answer.Failed<RegisteredPasskey>(Problem problem) -> {
                state.notRegistered();
                throw new StepFailedException(problem);
            }
        }
    }

    /** What Central's registration takes longer than that of a lone station is used, except for touches, which may be in vain. */
    private static boolean signsMeanwhile(CeremonyState state) {
        return state.deviceMayLeaveEarly || state.tools.central().isPresent() && !state.isKey();
    }

    /** Whatever the device does, the directory's answer is awaited: it says what has to be undone. */
    private static Answer<RegisteredPasskey> registerWhileSigning(
            CeremonyState state, Supplier<Answer<RegisteredPasskey>> call) {
        CompletableFuture<Answer<RegisteredPasskey>> answer = onAnotherThread("registering", call);
        try {
            state.assertion = AssertionProof.attempt(state);
        } finally {
            answer.exceptionally(e -> null).join();
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    private static <T> CompletableFuture<T> onAnotherThread(String name, Supplier<T> call) {
        return CompletableFuture.supplyAsync(
                call, task -> Thread.ofPlatform().daemon().name(name).start(task));
    }

    /** Returns whether the directory, or the way to it, has a fault that may pass. */
    private static boolean isTransient(Answer<RegisteredPasskey> answer) {
        return answer.failure().filter(Outages::isFor).isPresent();
    }

    private static boolean isUnclear(Answer<RegisteredPasskey> answer) {
        return answer instanceof Answer.Unclear<RegisteredPasskey>;
    }

    private static boolean isFailed(Answer<RegisteredPasskey> answer) {
        return answer instanceof Answer.Failed<RegisteredPasskey>;
    }

    /** Pauses, longer each time; returns false when the challenge would expire or the run is stopped. */
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
        return !state.stop.isCancelled();
    }

    /** Resolves an answer that leaves open whether the credential is registered by what the directory lists. */
    private static Answer<RegisteredPasskey> resolved(CeremonyState state, Answer<RegisteredPasskey> answer) {
        boolean open = isUnclear(answer)
                || answer.failure()
                        .filter(it -> it.is(DirectoryProblem.ALREADY_REGISTERED))
                        .isPresent();
        return open ? searched(state, answer) : answer;
    }

    private static Answer<RegisteredPasskey> searched(CeremonyState state, Answer<RegisteredPasskey> answer) {
        RegistrationSearch search =
                new RegistrationSearch(state.passkeys(), state.order.user(), state.tools.retryPolicy());
        return switch (search.find(state.credential().id(), handle(state))) {
            case RegistrationSearch.Finding.Present(RegisteredPasskey passkey) -> Answer.done(passkey);
            case RegistrationSearch.Finding.Absent() ->
                Answer.failed(answer.failure().orElseThrow());
            case RegistrationSearch.Finding.Unknown(Problem problem) -> Answer.unclear(problem);
        };
    }

    /** Some directories name beforehand the id under which they will list the passkey. */
    private static Optional<String> handle(CeremonyState state) {
        return Optional.of(state.options().enrolmentId()).filter(id -> !id.isEmpty());
    }

    private static void registered(CeremonyState state, RegisteredPasskey passkey) {
        state.registered(passkey);
        state.journalWithEscrow(JournalPoint.REGISTERED, JournalFacts.PASSKEY_ID, passkey.id());
    }

    /**
     * Collects both proofs. Only then is the recipient provisioned, or once the device has left and the read-back has
     * come.
     */
    static void prove(CeremonyState state) throws StepFailedException, DeviceException {
        if (state.tools.central().isPresent()) {
            proveToCentral(state, state.tools.central().get());
            return;
        }
        readBackNowOrLater(state);
        sign(state);
        boolean complete = !ProfileSteps.hasSettings(state.order);
        JournalPoint point = state.deviceMayLeaveEarly ? JournalPoint.SIGNED : JournalPoint.PROVED;
        state.journal(point, Map.of(JournalFacts.COMPLETE, Boolean.toString(complete)));
    }

    private static void readBackNowOrLater(CeremonyState state) throws StepFailedException {
        if (state.deviceMayLeaveEarly) {
            state.readBack = onAnotherThread("reading back", () -> readBack(state));
        } else {
            check(state, readBack(state));
        }
    }

    private static void sign(CeremonyState state) throws StepFailedException, DeviceException {
        if (state.assertion == null) {
            state.assertion = AssertionProof.attempt(state);
        }
        state.assertion.require();
    }

    /**
     * Has the device sign for Central, which records the recipient as PROVISIONED by this proof: it is submitted when the
     * device has nothing left to do.
     */
    private static void proveToCentral(CeremonyState state, CentralPasskeys central)
            throws StepFailedException, DeviceException {
        sign(state);
        Assertion proof = central.assertion().orElseThrow();
        boolean complete = !ProfileSteps.hasSettings(state.order);
        Base64.Encoder base64 = Base64.getEncoder();
        state.journal(
                JournalPoint.SIGNED,
                Map.of(
                        JournalFacts.COMPLETE, Boolean.toString(complete),
                        JournalFacts.PROOF_AUTHENTICATOR_DATA, base64.encodeToString(proof.authenticatorData()),
                        JournalFacts.PROOF_SIGNATURE, base64.encodeToString(proof.signature())));
        if (complete) {
            submitProof(state);
        }
    }

    /** Submits the proof of a device that is finished; nothing to do at a lone station. */
    static void submitProof(CeremonyState state) throws StepFailedException {
        if (state.tools.central().isEmpty()) {
            return;
        }
        readBackNowOrLater(state);
        if (!state.deviceMayLeaveEarly) {
            state.journalWithEscrow(JournalPoint.PROVED, JournalFacts.COMPLETE, Boolean.toString(true));
        }
    }

    private static Answer<RegisteredPasskey> readBack(CeremonyState state) {
        String id = state.registeredPasskey().orElseThrow().id();
        return state.passkeys().readBack(state.order.user(), id);
    }

    private static void check(CeremonyState state, Answer<RegisteredPasskey> answer) throws StepFailedException {
        RegisteredPasskey back = StepFailedException.unlessFailed(answer);
        boolean another = !back.credentialIds().isEmpty()
                && !back.credentialIds().contains(state.credential().id());
        if (another) {
            state.handleIsDoubtful();
            throw new StepFailedException(Problem.of(DirectoryProblem.NOT_READ_BACK));
        }
    }

    /** Waits for the read-back of a device that left early. Connectors limit how long their calls take. */
    static void awaitReadBack(CeremonyState state) throws StepFailedException {
        try {
            check(state, state.readBack.join());
        } catch (CompletionException e) {
            throw new StepFailedException(Failures.problemOf(e));
        }
    }
}
