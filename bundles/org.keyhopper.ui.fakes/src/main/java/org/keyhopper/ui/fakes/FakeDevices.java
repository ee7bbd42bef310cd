package org.keyhopper.ui.fakes;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DeviceTask;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.DevicesSnapshot;

/** The devices a test says are plugged in; nothing can be done with them. */
public final class FakeDevices implements Devices {

    public volatile List<LinkDescription> links = List.of();

    @Override
    public DevicesSnapshot snapshot() {
        return new DevicesSnapshot(Map.of(), links, Map.of());
    }

    @Override
    public Subscription follow(Consumer<DevicesSnapshot> listener) {
        listener.accept(snapshot());
        return () -> {};
    }

    @Override
    public <T> CompletableFuture<T> on(LinkId link, DeviceTask<T> task) {
        throw new UnsupportedOperationException("only looked at");
    }

    @Override
    public CompletableFuture<DeviceFacts> identify(LinkId link) {
        throw new UnsupportedOperationException("only looked at");
    }
}
