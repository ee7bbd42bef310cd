package org.keyhopper.central.directory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** There is no operator at a server: a sign-in that needs one is cancelled, and nothing is changed without consent. */
public final class UnattendedPrompts implements DirectoryPrompts {

    private static final Logger LOGGER = LoggerFactory.getLogger(UnattendedPrompts.class);

    private volatile boolean needsOperator;

    @Override
    public void openBrowser(URI address) {
        needsOperator = true;
    }

    @Override
    public void showDeviceCode(String code, URI address, Instant expires) {
        needsOperator = true;
    }

    @Override
    public void waiting(Problem reason, Duration time) {
        LOGGER.info("The directory is asked again in {}: {}", time, reason);
    }

    @Override
    public boolean isCancelled() {
        return needsOperator;
    }
}
