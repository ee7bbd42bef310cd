package org.keyhopper.transport.helper.internal.serve;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.api.transport.TransportProvider.Watch;
import org.keyhopper.api.transport.TransportState;

/** All devices that the transports of this process report. Transports come, report and go on their own threads. */
final class LocalLinks implements AutoCloseable {

    /** A slower transport is not awaited. */
    private static final Duration FIRST_REPORT_TIMEOUT = Duration.ofSeconds(2);

    private final Consumer<List<LinkDescription>> listener;

    /** Guarded by this, as are all fields below. Late reports of transports that are not contained are ignored. */
    private final Map<TransportProvider, Optional<TransportState>> states = new LinkedHashMap<>();

    private final Map<TransportProvider, Watch> watches = new HashMap<>();
    private boolean waiting = true;

    LocalLinks(List<TransportProvider> transports, Consumer<List<LinkDescription>> listener) {
        this.listener = listener;
        transports.forEach(transport -> states.put(transport, Optional.empty()));
        transports.forEach(this::watch);
        CompletableFuture.delayedExecutor(FIRST_REPORT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::stopWaiting);
        reportWhenComplete();
    }

    synchronized Optional<DeviceLink> find(LinkId id) {
        return states.values().stream()
                .flatMap(Optional::stream)
                .flatMap(state -> state.links().stream())
                .filter(link -> link.description().id().equals(id))
                .findFirst();
    }

    void add(TransportProvider transport) {
        synchronized (this) {
            states.put(transport, Optional.empty());
        }
        watch(transport);
    }

    void remove(TransportProvider transport) {
        Watch watch;
        synchronized (this) {
            states.remove(transport);
            watch = watches.remove(transport);
        }
        if (watch != null) {
            watch.close();
        }
        reportWhenComplete();
    }

    @Override
    public void close() {
        List<TransportProvider> all;
        synchronized (this) {
            all = List.copyOf(states.keySet());
        }
        all.forEach(this::remove);
    }

    private void watch(TransportProvider transport) {
        Watch watch = transport.watch(state -> changed(transport, state));
        synchronized (this) {
            watches.put(transport, watch);
        }
    }

    private synchronized void changed(TransportProvider transport, TransportState state) {
        if (states.replace(transport, Optional.of(state)) != null) {
            reportWhenComplete();
        }
    }

    private synchronized void stopWaiting() {
        boolean late = waiting;
        waiting = false;
        if (late) {
            reportWhenComplete();
        }
    }

    /** The client takes the first list as complete. */
    private synchronized void reportWhenComplete() {
        waiting = waiting && states.values().stream().anyMatch(Optional::isEmpty);
        if (!waiting) {
            listener.accept(states.values().stream()
                    .flatMap(Optional::stream)
                    .flatMap(state -> state.links().stream())
                    .map(DeviceLink::description)
                    .toList());
        }
    }
}
