package org.keyhopper.transport.support;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.api.transport.TransportProvider;

/**
 * A transport with one monitor for each watch.
 *
 * @param <M> its monitors
 */
public abstract class MonitoringTransport<M extends TransportMonitor> implements TransportProvider {

    private final Set<M> monitors = ConcurrentHashMap.newKeySet();

    /** Creates the monitor of a watch, which is started after it was added to {@link #monitors}. */
    protected abstract M monitor(TransportListener listener);

    @Override
    public Watch watch(TransportListener listener) {
        M monitor = monitor(listener);
        monitors.add(monitor);
        monitor.start();
        return () -> {
            monitor.close();
            monitors.remove(monitor);
        };
    }

    /** Returns the monitors of the open watches, unmodifiable. */
    protected final Set<M> monitors() {
        return Set.copyOf(monitors);
    }

    /** Closes all watches. */
    protected final void closeWatches() {
        monitors.forEach(TransportMonitor::close);
        monitors.clear();
    }
}
