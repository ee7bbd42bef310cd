package org.keyhopper.core.internal.run;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;

/**
 * Forwards a directory's prompts, shows its waiting in the run, and is cancelled with the run.
 *
 * @param target returns the prompts to forward to, which may change while the directory is open
 * @param notice receives why the directory is waited for
 * @param stopped returns whether the run is stopped
 */
public record CancellablePrompts(Supplier<DirectoryPrompts> target, Consumer<Problem> notice, BooleanSupplier stopped)
        implements DirectoryPrompts {

    /** Returns prompts that only forward. */
    public static CancellablePrompts forwarding(Supplier<DirectoryPrompts> target) {
        return new CancellablePrompts(target, reason -> {}, () -> false);
    }

    @Override
    public void openBrowser(URI address) {
        target.get().openBrowser(address);
    }

    @Override
    public void showDeviceCode(String code, URI address, Instant expires) {
        target.get().showDeviceCode(code, address, expires);
    }

    @Override
    public void closeDeviceCode() {
        target.get().closeDeviceCode();
    }

    @Override
    public void waiting(Problem reason, Duration time) {
        notice.accept(reason);
        target.get().waiting(reason, time);
    }

    @Override
    public boolean confirmChange(Problem obstacle) {
        return target.get().confirmChange(obstacle);
    }

    @Override
    public boolean isCancelled() {
        return stopped.getAsBoolean() || target.get().isCancelled();
    }
}
