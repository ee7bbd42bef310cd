package org.keyhopper.ui.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.texts.Explanation;

/** What directories need a person for, as the desk shows it. Any thread. */
public final class DirectoryInteraction {

    private final WorkbenchContext desk;
    private final Consumer<URI> browser;
    private final ObservableState<Optional<DeviceCode>> codes;
    private final ObservableState<Optional<MendQuestion>> questions;

    /** A code to be typed at an address; {@code cancel} gives the sign-in up. */
    public record DeviceCode(String code, URI address, Instant expires, Runnable cancel) {}

    /** Whether a directory may be changed; whoever asked waits until {@code answer} is called, which counts once. */
    public record MendQuestion(String text, Consumer<Boolean> answer) {}

    /** Prompts for one piece of work with a directory, which can be given up; any thread. */
    public interface Attempt extends DirectoryPrompts {

        /** Gives up a sign-in that waits for a person; does nothing to anything else, and nothing twice. */
        void cancel();
    }

    /**
     * Makes the sign-in of a desk.
     *
     * @param browser opens an address in the system's browser
     */
    public DirectoryInteraction(WorkbenchContext desk, Consumer<URI> browser) {
        this.desk = desk;
        this.browser = browser;
        codes = new ObservableState<>(Optional.empty(), desk.pace());
        questions = new ObservableState<>(Optional.empty(), desk.pace());
    }

    /** Returns the code to be shown, while one is asked for. */
    public ObservableState<Optional<DeviceCode>> codes() {
        return codes;
    }

    /** Returns the question to be put to the operator, while somebody waits for the answer. */
    public ObservableState<Optional<MendQuestion>> questions() {
        return questions;
    }

    /**
     * Returns prompts for one piece of work with a directory; cancelling them cancels nothing else.
     *
     * @param notices is told when the directory asks for patience
     */
    public Attempt begin(Consumer<Notice> notices) {
        return new Prompts(notices);
    }

    /** Notes that a directory was reached, so that no code is needed any more. */
    public void done() {
        codes.set(Optional.empty());
    }

    private final class Prompts implements Attempt {

        private final Consumer<Notice> notices;
        private final AtomicBoolean cancelled = new AtomicBoolean();

        Prompts(Consumer<Notice> notices) {
            this.notices = notices;
        }

        @Override
        public void openBrowser(URI address) {
            browser.accept(address);
        }

        @Override
        public void showDeviceCode(String code, URI address, Instant expires) {
            codes.set(Optional.of(new DeviceCode(code, address, expires, this::cancel)));
        }

        @Override
        public void waiting(Problem reason, Duration time) {
            notices.accept(
                    new Notice(desk.text("signIn.waiting", desk.sentence(reason), time.toSeconds()), Tint.ATTENTION));
        }

        @Override
        public boolean mayMend(Problem obstacle) {
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            Explanation words = desk.explain().apply(obstacle);
            questions.set(Optional.of(new MendQuestion(
                    desk.text("mend.message", words.title() + ". " + words.cause()), answer::complete)));
            try {
                return answer.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException e) {
                throw new IllegalStateException("nobody fails to answer", e);
            } finally {
                questions.set(Optional.empty());
            }
        }

        @Override
        public void cancel() {
            cancelled.set(true);
        }

        @Override
        public boolean isCancelled() {
            return cancelled.get();
        }
    }
}
