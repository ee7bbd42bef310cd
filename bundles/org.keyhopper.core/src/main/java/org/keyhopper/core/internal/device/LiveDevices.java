package org.keyhopper.core.internal.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.Deadline;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the devices of all transports, and keeps one worker for each of them. Transports may be added and removed.
 */
public final class LiveDevices implements Devices, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(LiveDevices.class);

    /** Two processes notice a new device at different moments. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final AuthenticatorFactory authenticators;
    private final Identification identification;
    private final Duration settling;
    private final DeviceLinks links = new DeviceLinks(this::standIn, this::alternate);
    private final List<Consumer<DevicesSnapshot>> listeners = new CopyOnWriteArrayList<>();

    /** Held while listeners are called, so that none gets an older state after a newer one; taken before the lock. */
    private final Object notifying = new Object();

    /** Guards the fields that follow; transports report on threads of their own. */
    private final Object lock = new Object();

    private final List<TransportProvider> transports = new ArrayList<>();
    private final Map<String, TransportProvider.Watch> watches = new HashMap<>();
    private final Map<String, TransportState> states = new LinkedHashMap<>();
    private final Map<LinkId, DeviceWorker> workers = new LinkedHashMap<>();
    private boolean watching;

    public LiveDevices(AuthenticatorFactory authenticators, Identification identification) {
        this(authenticators, identification, SETTLING);
    }

    LiveDevices(AuthenticatorFactory authenticators, Identification identification, Duration settling) {
        this.settling = settling;
        this.authenticators = authenticators;
        this.identification = identification;
    }

    /** Adds a transport, also during runs. It is watched from the first question for devices on. */
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

    /** Removes a transport and its devices; a task that is being done is completed. */
    public void remove(TransportProvider transport) {
        TransportProvider.Watch watch;
        List<DeviceWorker> workersOfIt;
        synchronized (lock) {
            transports.remove(transport);
            watch = watches.remove(transport.id());
            states.remove(transport.id());
            workersOfIt = takeOut(id -> id.transport().equals(transport.id()));
        }
        if (watch != null) {
            watch.close();
        }
        workersOfIt.forEach(DeviceWorker::release);
        notifyListeners();
    }

    /** Many commands never ask for a device, and need not load the libraries for them. */
    private void startWatching() {
        List<TransportProvider> unwatched;
        synchronized (lock) {
            unwatched = watching ? List.of() : List.copyOf(transports);
            watching = true;
        }
        authenticators.prepare();
        unwatched.forEach(this::watch);
    }

    private void watch(TransportProvider transport) {
        TransportProvider.Watch watch = transport.watch(state -> changed(transport, state));
        boolean unwanted;
        synchronized (lock) {
            unwanted = !transports.contains(transport);
            if (!unwanted) {
                watches.put(transport.id(), watch);
            }
        }
        if (unwanted) {
            watch.close();
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
            List<DeviceLink> all =
                    workers.values().stream().map(DeviceWorker::link).toList();
            return new DevicesSnapshot(slots, DeviceLinks.listed(all, this::isAvailable), obstacles);
        }
    }

    @Override
    public DevicesSnapshot awaitReported(Duration timeout) {
        startWatching();
        Deadline deadline = Deadline.in(timeout);
        try {
            synchronized (lock) {
                while (!haveAllReported() && !deadline.hasPassed()) {
                    lock.wait(1 + deadline.remaining().toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return now();
    }

    /** Returns whether a transport is there and may look for devices. Called with the lock held. */
    private boolean isAvailable(String transport) {
        return transports.stream().anyMatch(known -> known.id().equals(transport))
                && Optional.ofNullable(states.get(transport))
                        .flatMap(TransportState::obstacle)
                        .filter(problem -> problem.is(DeviceProblem.ACCESS_DENIED))
                        .isEmpty();
    }

    private Optional<DeviceLink> standIn(DeviceLink refused) {
        synchronized (lock) {
            return DeviceLinks.standInFor(
                    refused.description(), workers.values().stream().map(DeviceWorker::link));
        }
    }

    /** Waits for a stand-in while the device is new; without one, the card that a USB key also is may do. */
    private Optional<DeviceLink> alternate(DeviceLink refused) {
        LinkDescription device = refused.description();
        synchronized (lock) {
            DeviceWorker worker = workers.get(device.id());
            Optional<DeviceLink> found = standIn(refused);
            while (found.isEmpty() && worker != null && !worker.settled().hasPassed()) {
                try {
                    lock.wait(1 + worker.settled().remaining().toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return found;
                }
                found = standIn(refused);
            }
            return found.or(
                    () -> DeviceLinks.cardOf(device, workers.values().stream().map(DeviceWorker::link)));
        }
    }

    private boolean haveAllReported() {
        return transports.stream().allMatch(transport -> states.containsKey(transport.id()));
    }

    @Override
    public Subscription subscribe(Consumer<DevicesSnapshot> listener) {
        startWatching();
        synchronized (notifying) {
            listeners.add(listener);
            listener.accept(now());
        }
        return () -> listeners.remove(listener);
    }

    @Override
    public <T> CompletableFuture<T> submit(LinkId link, DeviceTask<T> task) {
        DeviceWorker worker;
        synchronized (lock) {
            worker = workers.get(link);
        }
        return worker == null
                ? CompletableFuture.failedFuture(DeviceException.unreached(Problem.of(DeviceProblem.GONE), null))
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
        return submit(link, identification::of)
                .exceptionally(failure -> identification.failed(description, Failures.problemOf(failure)));
    }

    @Override
    public void close() {
        List<TransportProvider.Watch> open;
        List<DeviceWorker> busy;
        synchronized (lock) {
            open = new ArrayList<>(watches.values());
            watches.clear();
            transports.clear();
            states.clear();
            busy = takeOut(id -> true);
        }
        open.forEach(TransportProvider.Watch::close);
        busy.forEach(DeviceWorker::release);
    }

    private void changed(TransportProvider transport, TransportState state) {
        List<DeviceWorker> left;
        synchronized (lock) {
            if (!transports.contains(transport)) {
                return;
            }
            states.put(transport.id(), state);
            lock.notifyAll();
            Map<LinkId, DeviceLink> present = new LinkedHashMap<>();
            state.links().forEach(link -> present.put(link.description().id(), link));
            left = takeOut(id -> id.transport().equals(transport.id()) && !present.containsKey(id));
            present.forEach((id, link) -> workers.computeIfAbsent(
                    id, key -> new DeviceWorker(link, links, authenticators, Deadline.in(settling))));
        }
        left.forEach(DeviceWorker::retire);
        notifyListeners();
    }

    /** Called with the lock held. */
    private List<DeviceWorker> takeOut(Predicate<LinkId> which) {
        List<DeviceWorker> out = new ArrayList<>();
        workers.entrySet().removeIf(entry -> which.test(entry.getKey()) && out.add(entry.getValue()));
        return out;
    }

    private void notifyListeners() {
        synchronized (notifying) {
            DevicesSnapshot now = now();
            listeners.forEach(listener -> notify(listener, now));
        }
    }

    private static void notify(Consumer<DevicesSnapshot> listener, DevicesSnapshot now) {
        try {
            listener.accept(now);
        } catch (RuntimeException e) {
            LOGGER.error("A listener of the devices failed", e);
        }
    }
}
