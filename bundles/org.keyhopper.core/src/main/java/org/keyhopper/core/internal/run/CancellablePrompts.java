package org.keyhopper.core.internal.run;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;

/** Passes a directory's prompts on, shows its waiting in the run, and gives up when the run is stopped. */
public record CancellablePrompts(DirectoryPrompts prompts, Consumer<Problem> notice, BooleanSupplier stopped)
        implements DirectoryPrompts {

    @Override
    public void openBrowser(URI address) {
        prompts.openBrowser(address);
    }

    @Override
    public void showDeviceCode(String code, URI address, Instant expires) {
        prompts.showDeviceCode(code, address, expires);
    }

    @Override
    public void waiting(Problem reason, Duration time) {
        notice.accept(reason);
        prompts.waiting(reason, time);
    }

    @Override
    public boolean confirmChange(Problem obstacle) {
        return prompts.confirmChange(obstacle);
    }

    @Override
    public boolean isCancelled() {
        return stopped.getAsBoolean() || prompts.isCancelled();
    }
}
