package org.keyhopper.core.internal.ceremony;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.device.StepFailure;

/** When a ceremony hears the directory's own word that the passkey is there. */
sealed interface ReadBack {

    /** Returns the directory's answer to the call that registers; what else can be done until it comes is done. */
    Answer<RegisteredPasskey> registered(CeremonyState state, Supplier<Answer<RegisteredPasskey>> call);

    /** Asks for it, now that it is registered. */
    void start(CeremonyState state) throws StepFailure;

    /** Returns whether the device can be let go of before the word has come. */
    boolean mayOutlastDevice();

    /** Waits for it. */
    void await(CeremonyState state) throws StepFailure;

    /** The directory is asked, and only then the device has to sign. */
    final class AtOnce implements ReadBack {

        @Override
        public Answer<RegisteredPasskey> registered(CeremonyState state, Supplier<Answer<RegisteredPasskey>> call) {
            return call.get();
        }

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

    /** The device signs while the directory registers; that is asked while the device is finished and leaves. */
    final class Meanwhile implements ReadBack {

        private CompletableFuture<Answer<RegisteredPasskey>> answer;

        /** No answer can be missed: whatever the device says, the directory's is waited for. */
        @Override
        public Answer<RegisteredPasskey> registered(CeremonyState state, Supplier<Answer<RegisteredPasskey>> call) {
            CompletableFuture<Answer<RegisteredPasskey>> registering = aside("registering", call);
            try {
                state.proveEarly();
            } finally {
                registering.exceptionally(e -> null).join();
            }
            return answerOf(registering);
        }

        /** A fault of the call is a fault of the step. */
        private static <T> T answerOf(CompletableFuture<T> call) {
            try {
                return call.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException fault ? fault : e;
            }
        }

        @Override
        public void start(CeremonyState state) {
            answer = aside("reading back", () -> ask(state));
        }

        private static <T> CompletableFuture<T> aside(String name, Supplier<T> call) {
            CompletableFuture<T> answer = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name(name).start(() -> {
                try {
                    answer.complete(call.get());
                } catch (RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                }
            });
            return answer;
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
