package org.keyhopper.core.internal.people;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;

/** The prompts of an open directory, which go first to the check and then to the run. */
final class RelayedPrompts implements DirectoryPrompts {

    private volatile DirectoryPrompts target;

    void to(DirectoryPrompts next) {
        target = next;
    }

    @Override
    public void openBrowser(URI address) {
        target.openBrowser(address);
    }

    @Override
    public void showDeviceCode(String code, URI address, Instant expires) {
        target.showDeviceCode(code, address, expires);
    }

    @Override
    public void waiting(Problem reason, Duration time) {
        target.waiting(reason, time);
    }

    @Override
    public boolean confirmChange(Problem obstacle) {
        return target.confirmChange(obstacle);
    }

    @Override
    public boolean isCancelled() {
        return target.isCancelled();
    }
}
