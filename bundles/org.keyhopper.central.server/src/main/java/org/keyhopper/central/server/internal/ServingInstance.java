package org.keyhopper.central.server.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.Instances;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces that this process serves, until it is closed. */
final class ServingInstance implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ServingInstance.class);
    private static final long SECONDS = 20;

    private final Instances instances;
    private final String version;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "instance");
        thread.setDaemon(true);
        return thread;
    });

    private ServingInstance(Instances instances, String version) {
        this.instances = instances;
        this.version = version;
    }

    static ServingInstance begin(Instances instances, String version) {
        ServingInstance serving = new ServingInstance(instances, version);
        instances.announce(version);
        serving.timer.scheduleWithFixedDelay(serving::announce, SECONDS, SECONDS, TimeUnit.SECONDS);
        return serving;
    }

    /** The database may be away for a while; the health report says so meanwhile. */
    private void announce() {
        try {
            instances.announce(version);
        } catch (StoreException e) {
            LOGGER.warn("This instance cannot be announced: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            instances.leave();
        } catch (StoreException e) {
            LOGGER.warn("This instance is left behind; the next one forgets it: {}", e.getMessage());
        }
    }
}
