package org.keyhopper.testkit.directory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;

/** Prompts without an operator: a test fails when a sign-in needs one. No change of the directory is confirmed. */
public final class UnattendedPrompts implements DirectoryPrompts {

    @Override
    public void openBrowser(URI address) {
        throw new AssertionError("a browser for " + address);
    }

    @Override
    public void showDeviceCode(String code, URI address, Instant expires) {
        throw new AssertionError("a code for " + address);
    }

    @Override
    public void waiting(Problem reason, Duration time) {
        if (!time.isPositive()) {
            throw new AssertionError("no time to wait for " + reason);
        }
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
