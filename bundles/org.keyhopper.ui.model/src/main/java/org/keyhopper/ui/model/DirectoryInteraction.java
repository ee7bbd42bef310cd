package org.keyhopper.ui.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
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

    /** The codes of all sign-ins that wait; the last one is shown. Guarded by itself. */
    private final List<DeviceCode> waiting = new ArrayList<>();

    /** One question is asked at a time, in the order in which they come. */
    private final ReentrantLock asking = new ReentrantLock(true);

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

        /** Returns whether a code of this operation waits for the operator. */
        boolean showsCode();
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

    private final class Prompts implements Attempt {

        private final Consumer<Notice> notices;
        private final AtomicBoolean cancelled = new AtomicBoolean();

        /** Guarded by {@link #waiting}. */
        private Optional<DeviceCode> shown = Optional.empty();

        Prompts(Consumer<Notice> notices) {
            this.notices = notices;
        }

        @Override
        public void openBrowser(URI address) {
            browser.accept(address);
        }

        @Override
        public void showDeviceCode(String code, URI address, Instant expires) {
            replace(Optional.of(new DeviceCode(code, address, expires, this::cancel)));
        }

        private void replace(Optional<DeviceCode> next) {
            synchronized (waiting) {
                if (shown.isEmpty() && next.isEmpty()) {
                    return;
                }
                shown.ifPresent(before -> waiting.removeIf(code -> code == before));
                next.ifPresent(waiting::add);
                shown = next;
                codes.set(waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.getLast()));
            }
        }

        @Override
        public void closeDeviceCode() {
            replace(Optional.empty());
        }

        @Override
        public boolean showsCode() {
            synchronized (waiting) {
                return shown.isPresent();
            }
        }

        @Override
        public void waiting(Problem reason, Duration time) {
            notices.accept(new Notice(
                    context.text("signIn.waiting", context.sentence(reason), time.toSeconds()), Tint.ATTENTION));
        }

        @Override
        public boolean confirmChange(Problem obstacle) {
            try {
                asking.lockInterruptibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            try {
                return ask(context.explain().apply(obstacle));
            } finally {
                asking.unlock();
            }
        }

        private boolean ask(Explanation explanation) {
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
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
