package org.keyhopper.core.internal.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DeviceTask;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.DevicesSnapshot;
import org.keyhopper.fido.AuthenticatorFactory;
import org.keyhopper.fido.DeviceException;

/** Follows every transport that is there, and keeps one worker for each device. */
public final class LiveDevices implements Devices, AutoCloseable {

    private final AuthenticatorFactory authenticators;
    private final Identification identification;
    private final List<Consumer<DevicesSnapshot>> listeners = new CopyOnWriteArrayList<>();

    /** Guards what follows; transports report on threads of their own. */
    private final Object lock = new Object();

    private final List<TransportProvider> transports = new ArrayList<>();
    private final Map<String, TransportProvider.Watch> watches = new HashMap<>();
    private final Map<String, TransportState> states = new LinkedHashMap<>();
    private final Map<LinkId, DeviceWorker> workers = new LinkedHashMap<>();
    private boolean watching;

    public LiveDevices(AuthenticatorFactory authenticators, Identification identification) {
        this.authenticators = authenticators;
        this.identification = identification;
    }

    /** Takes in a transport, also while runs are under way. It is watched as soon as somebody asks for devices. */
    public void add(TransportProvider transport) {
        boolean watched;
        synchronized (lock) {
            transports.add(transport);
            watched = watching;
        }
        if (watched) {
            watch(transport);
        }
    }

    /** Lets go of a transport; its devices count as taken out. */
    public void remove(TransportProvider transport) {
        TransportProvider.Watch watch;
        synchronized (lock) {
            transports.remove(transport);
            watch = watches.remove(transport.id());
        }
        if (watch != null) {
            watch.close();
            changed(transport.id(), TransportState.of(List.of(), List.of()));
        }
    }

    /** Many commands never ask for a device; they need not load what talks to devices. */
    private void startWatching() {
        List<TransportProvider> unwatched;
        synchronized (lock) {
            unwatched = watching ? List.of() : List.copyOf(transports);
            watching = true;
        }
        unwatched.forEach(this::watch);
    }

    private void watch(TransportProvider transport) {
        TransportProvider.Watch watch = transport.watch(state -> changed(transport.id(), state));
        synchronized (lock) {
            watches.put(transport.id(), watch);
        }
    }

    @Override
    public DevicesSnapshot snapshot() {
        startWatching();
        return now();
    }

    private DevicesSnapshot now() {
        synchronized (lock) {
            Map<String, List<String>> slots = new LinkedHashMap<>();
            Map<String, Problem> obstacles = new LinkedHashMap<>();
            states.forEach((id, state) -> {
                slots.put(id, state.slots());
                state.obstacle().ifPresent(problem -> obstacles.put(id, problem));
            });
            List<LinkDescription> links = workers.values().stream()
                    .map(worker -> worker.link().description())
                    .toList();
            return new DevicesSnapshot(slots, links, obstacles);
        }
    }

    @Override
    public Subscription follow(Consumer<DevicesSnapshot> listener) {
        startWatching();
        listeners.add(listener);
        listener.accept(now());
        return () -> listeners.remove(listener);
    }

    @Override
    public <T> CompletableFuture<T> on(LinkId link, DeviceTask<T> task) {
        DeviceWorker worker;
        synchronized (lock) {
            worker = workers.get(link);
        }
        return worker == null
                ? CompletableFuture.failedFuture(DeviceException.lost(Problem.of(DeviceProblem.GONE), null))
                : worker.submit(task);
    }

    @Override
    public CompletableFuture<DeviceFacts> identify(LinkId link) {
        LinkDescription description;
        synchronized (lock) {
            DeviceWorker worker = workers.get(link);
            description = worker == null ? null : worker.link().description();
        }
        if (description == null) {
            return CompletableFuture.completedFuture(identification.gone(link));
        }
        return on(link, identification::of)
                .exceptionally(failure -> identification.failed(description, Failures.problemOf(failure)));
    }

    @Override
    public void close() {
        List<TransportProvider.Watch> open;
        List<DeviceWorker> busy;
        synchronized (lock) {
            open = new ArrayList<>(watches.values());
            watches.clear();
            busy = new ArrayList<>(workers.values());
            workers.clear();
        }
        open.forEach(TransportProvider.Watch::close);
        busy.forEach(DeviceWorker::retire);
    }

    private void changed(String transport, TransportState state) {
        List<DeviceWorker> left = new ArrayList<>();
        synchronized (lock) {
            states.put(transport, state);
            Map<LinkId, DeviceLink> present = new LinkedHashMap<>();
            state.links().forEach(link -> present.put(link.description().id(), link));
            workers.values().removeIf(worker -> {
                LinkId id = worker.link().description().id();
                boolean gone = id.transport().equals(transport) && !present.containsKey(id);
                if (gone) {
                    left.add(worker);
                }
                return gone;
            });
            present.forEach((id, link) -> workers.computeIfAbsent(id, key -> new DeviceWorker(link, authenticators)));
        }
        left.forEach(DeviceWorker::retire);
        DevicesSnapshot now = now();
        listeners.forEach(listener -> listener.accept(now));
    }
}
