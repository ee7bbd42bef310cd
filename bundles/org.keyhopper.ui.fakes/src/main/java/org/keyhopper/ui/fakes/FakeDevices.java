package org.keyhopper.ui.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DeviceTask;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.DevicesSnapshot;

/** Devices that are inserted and removed by the test; listeners are called on its thread. */
public final class FakeDevices implements Devices {

    private final List<Consumer<DevicesSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final List<FakeDevice> present = new ArrayList<>();
    private Optional<Problem> obstacle = Optional.empty();

    public void insert(FakeDevice device) {
        synchronized (this) {
            present.add(device);
        }
        notifyListeners();
    }

    public void remove(FakeDevice device) {
        synchronized (this) {
            present.remove(device);
        }
        notifyListeners();
    }

    public void fail(Problem problem) {
        obstacle = Optional.of(problem);
        notifyListeners();
    }

    /** Returns whether there is any listener. */
    public boolean isFollowed() {
        return !listeners.isEmpty();
    }

    synchronized Optional<FakeDevice> at(LinkId link) {
        return present.stream()
                .filter(device -> device.link().id().equals(link))
                .findFirst();
    }

    private void notifyListeners() {
        DevicesSnapshot now = snapshot();
        listeners.forEach(listener -> listener.accept(now));
    }

    @Override
    public synchronized DevicesSnapshot snapshot() {
        return new DevicesSnapshot(
                Map.of(),
                present.stream().map(FakeDevice::link).toList(),
                obstacle.map(problem -> Map.of("fake", problem)).orElse(Map.of()));
    }

    @Override
    public Subscription subscribe(Consumer<DevicesSnapshot> listener) {
        listeners.add(listener);
        listener.accept(snapshot());
        return () -> listeners.remove(listener);
    }

    @Override
    public <T> CompletableFuture<T> submit(LinkId link, DeviceTask<T> task) {
        throw new UnsupportedOperationException("performed by FakeDeviceManagement");
    }

    @Override
    public CompletableFuture<DeviceFacts> identify(LinkId link) {
        throw new UnsupportedOperationException("performed by FakeDeviceManagement");
    }
}
