package org.keyhopper.central.server;

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

/** There is nothing to ask. */
final class NoPrompts implements OperatorPrompts, DirectoryPrompts {

    @Override
    public Optional<Secret> enterPin(PinQuestion question) {
        return Optional.empty();
    }

    @Override
    public void instruct(Instruction instruction) {
        // Not needed.
    }

    @Override
    public void openBrowser(URI address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void showDeviceCode(String code, URI address, Instant expires) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void waiting(Problem reason, Duration time) {
        // Not needed.
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
