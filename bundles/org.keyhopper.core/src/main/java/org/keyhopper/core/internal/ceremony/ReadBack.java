package org.keyhopper.core.internal.ceremony;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.core.internal.device.Failures;

/** When a ceremony hears the directory's own word that the passkey is there. */
sealed interface ReadBack {

    /** Asks for it, now that it is registered. */
    void start(CeremonyState state) throws StepFailure;

    /** Returns whether the device can be let go of before the word has come. */
    boolean mayOutlastDevice();

    /** Waits for it. */
    void await(CeremonyState state) throws StepFailure;

    /** The directory is asked, and only then the device has to sign. */
    final class AtOnce implements ReadBack {

        @Override
        public void start(CeremonyState state) throws StepFailure {
            check(state, ask(state));
        }

        @Override
        public boolean mayOutlastDevice() {
            return false;
        }

        @Override
        public void await(CeremonyState state) {
            // It came at the start.
        }
    }

    /** The directory is asked while the device signs, is finished and leaves. */
    final class Meanwhile implements ReadBack {

        private CompletableFuture<Answer<RegisteredPasskey>> answer;

        @Override
        public void start(CeremonyState state) {
            answer = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("reading back").start(() -> complete(state));
        }

        private void complete(CeremonyState state) {
            try {
                answer.complete(ask(state));
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        }

        @Override
        public boolean mayOutlastDevice() {
            return answer != null;
        }

        @Override
        public void await(CeremonyState state) throws StepFailure {
            try {
                check(state, answer.join());
            } catch (CompletionException e) {
                throw new StepFailure(Failures.problemOf(e));
            }
        }
    }

    private static Answer<RegisteredPasskey> ask(CeremonyState state) {
        String id = state.registeredPasskey().orElseThrow().id();
        return state.passkeys().readBack(state.order.user(), id);
    }

    private static void check(CeremonyState state, Answer<RegisteredPasskey> answer) throws StepFailure {
        RegisteredPasskey back = StepFailure.unlessFailed(answer);
        boolean another = !back.credentialIds().isEmpty()
                && !back.credentialIds().contains(state.credential().id());
        if (another) {
            state.handleIsDoubtful();
            throw new StepFailure(Problem.of(DirectoryProblem.NOT_READ_BACK));
        }
    }
}
