package org.keyhopper.core.fake;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;

/** Prompts without an operator. */
public final class SilentPrompts implements OperatorPrompts, DirectoryPrompts {

    /** Whether the operator has given up. */
    public volatile boolean cancelled;

    @Override
    public Optional<Secret> enterPin(PinQuestion question) {
        return Optional.empty();
    }

    @Override
    public void instruct(Instruction instruction) {
        // Not recorded.
    }

    @Override
    public void openBrowser(URI address) {
        throw new UnsupportedOperationException("no browser");
    }

    @Override
    public void showDeviceCode(String code, URI address, Instant expires) {
        throw new UnsupportedOperationException("no screen");
    }

    @Override
    public void waiting(Problem reason, Duration time) {
        // Not recorded.
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
