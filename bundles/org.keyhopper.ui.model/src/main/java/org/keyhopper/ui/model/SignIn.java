package org.keyhopper.ui.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;

/** What directories need a person for, as the desk shows it. Any thread. */
public final class SignIn {

    private final DeskEnvironment desk;
    private final Consumer<URI> browser;
    private final Feed<State> states;

    /**
     * What to show.
     *
     * @param code to be typed at an address, if one is asked for
     * @param waiting why a directory keeps us waiting, if it does
     */
    public record State(Optional<DeviceCode> code, Optional<Waiting> waiting) {}

    /** A code to be typed at an address. */
    public record DeviceCode(String code, URI address, Instant expires, Runnable cancel) {}

    /** A directory asked for patience. */
    public record Waiting(String reason, Instant until) {}

    /** @param browser opens an address in the system's browser */
    public SignIn(DeskEnvironment desk, Consumer<URI> browser) {
        this.desk = desk;
        this.browser = browser;
        states = new Feed<>(new State(Optional.empty(), Optional.empty()), desk.pace());
    }

    public Feed<State> states() {
        return states;
    }

    /** Returns prompts for one piece of work with a directory; cancelling them cancels nothing else. */
    public DirectoryPrompts prompts() {
        return new Prompts();
    }

    private final class Prompts implements DirectoryPrompts {

        private final AtomicBoolean cancelled = new AtomicBoolean();

        @Override
        public void openBrowser(URI address) {
            browser.accept(address);
        }

        @Override
        public void showDeviceCode(String code, URI address, Instant expires) {
            DeviceCode shown = new DeviceCode(code, address, expires, () -> cancelled.set(true));
            states.update(state -> new State(Optional.of(shown), state.waiting()));
        }

        @Override
        public void waiting(Problem reason, Duration time) {
            Waiting waiting =
                    new Waiting(desk.sentence(reason), desk.clock().instant().plus(time));
            states.update(state -> new State(state.code(), Optional.of(waiting)));
        }

        @Override
        public boolean isCancelled() {
            return cancelled.get();
        }
    }
}
