package org.keyhopper.core.internal.run;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the claims of a run until it is closed, on a thread of its own. A claim that is lost ends the work on its recipient
 * with the next write under it.
 */
final class ClaimRenewal implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ClaimRenewal.class);

    private final Requests requests;
    private final Supplier<Collection<Claim>> claims;
    private final Duration interval;
    private final Thread thread;

    private ClaimRenewal(Requests requests, Supplier<Collection<Claim>> claims, Duration interval) {
        this.requests = requests;
        this.claims = claims;
        this.interval = interval;
        this.thread = Thread.ofPlatform().daemon().name("claim renewal").unstarted(this::run);
    }

    /** @param claims returns those that the run holds */
    static ClaimRenewal start(Requests requests, Supplier<Collection<Claim>> claims, Duration interval) {
        ClaimRenewal renewal = new ClaimRenewal(requests, claims, interval);
        renewal.thread.start();
        return renewal;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(interval);
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        try {
            List<Claim> lost = requests.renew(claims.get());
            if (!lost.isEmpty()) {
                LOGGER.warn("Claims were lost: {}", lost);
            }
        } catch (StoreException e) {
            LOGGER.warn("Claims could not be renewed: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
