package org.keyhopper.core.internal.device;

import java.time.Duration;
import java.util.List;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.MemoryInventory;

/** A reader with devices in it, and what tells of them. */
final class DevicesBench implements AutoCloseable {

    final FakeReader reader = new FakeReader();
    final LiveDevices devices =
            new LiveDevices(FakeReader.factory(), new Identification(new MemoryInventory()), Duration.ZERO);

    /** Begins to watch, and puts a device in. */
    LinkId plug(FakeKey key) {
        devices.add(reader);
        devices.snapshot();
        return reader.insert(key, "Reader A");
    }

    DeviceFacts identify(LinkId link) {
        return devices.identify(link).join();
    }

    List<LinkId> present() {
        return devices.snapshot().links().stream().map(LinkDescription::id).toList();
    }

    @Override
    public void close() {
        devices.close();
    }
}
