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

/** The questions of directories to the operator, such as a device code or a request for consent. Any thread. */
public final class DirectoryInteraction {

    private final WorkbenchContext context;
    private final Consumer<URI> browser;
    private final ObservableState<Optional<DeviceCode>> codes;
    private final ObservableState<Optional<ConsentQuestion>> questions;

    /** A device code to be entered at an address; {@code cancel} cancels the sign-in. */
    public record DeviceCode(String code, URI address, Instant expires, Runnable cancel) {}

    /**
     * A request for consent to change a directory setting; the directory waits until {@code answer} is called. Only
     * the first call counts.
     */
    public record ConsentQuestion(String text, Consumer<Boolean> answer) {}

    /** Prompts for one operation on a directory, which can be cancelled. Any thread. */
    public interface Attempt extends DirectoryPrompts {

        /** Cancels a sign-in that waits for the operator; idempotent, affects no other operation. */
        void cancel();
    }

    /** @param browser opens an address in the system's browser */
    public DirectoryInteraction(WorkbenchContext context, Consumer<URI> browser) {
        this.context = context;
        this.browser = browser;
        codes = new ObservableState<>(Optional.empty(), context.rateLimiter());
        questions = new ObservableState<>(Optional.empty(), context.rateLimiter());
    }

    /** Returns the device code to show, if any. */
    public ObservableState<Optional<DeviceCode>> codes() {
        return codes;
    }

    /** Returns the pending question to the operator, if any. */
    public ObservableState<Optional<ConsentQuestion>> questions() {
        return questions;
    }

    /**
     * Returns prompts for one operation on a directory; cancelling them cancels nothing else.
     *
     * @param notices receives notices, for example that the directory is throttling requests
     */
    public Attempt begin(Consumer<Notice> notices) {
        return new Prompts(notices);
    }

    /** Opens an address in the system's browser. */
    public void openBrowser(URI address) {
        browser.accept(address);
    }

    /** Notes that a directory was reached, so that no device code is needed any more. */
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
            notices.accept(new Notice(
                    context.text("signIn.waiting", context.sentence(reason), time.toSeconds()), Tint.ATTENTION));
        }

        @Override
        public boolean confirmChange(Problem obstacle) {
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            Explanation explanation = context.explain().apply(obstacle);
            questions.set(Optional.of(new ConsentQuestion(
                    context.text("consent.message", explanation.title() + ". " + explanation.cause()),
                    answer::complete)));
            try {
                return answer.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException e) {
                throw new IllegalStateException("an answer cannot fail", e);
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
