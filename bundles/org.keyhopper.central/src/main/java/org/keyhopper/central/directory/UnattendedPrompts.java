package org.keyhopper.central.directory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * There is no operator at a server: a sign-in that needs one is cancelled, and a directory is changed only as an operator
 * has confirmed before. Thread-safe.
 */
public final class UnattendedPrompts implements DirectoryPrompts {

    private static final Logger LOGGER = LoggerFactory.getLogger(UnattendedPrompts.class);

    private final Set<String> confirmed;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private volatile boolean needsOperator;

    /** @param confirmed the codes of the obstacles that may be removed */
    public UnattendedPrompts(Set<String> confirmed) {
        this.confirmed = Set.copyOf(confirmed);
    }

    @Override
    public boolean confirmChange(Problem obstacle) {
        String code = obstacle.code().id();
        asked.add(code);
        return confirmed.contains(code);
    }

    /** Returns whether the obstacle could be removed if an operator confirmed that. */
    public boolean isUnconfirmed(Problem obstacle) {
        String code = obstacle.code().id();
        return asked.contains(code) && !confirmed.contains(code);
    }

    /** Returns whether these confirmations would make no difference to what was asked. */
    public boolean isAnsweredBy(Supplier<Set<String>> now) {
        return asked.isEmpty() || confirmed.equals(now.get());
    }

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
