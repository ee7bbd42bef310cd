package org.keyhopper.core.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.keyhopper.api.transport.LinkId;
import org.osgi.annotation.versioning.ProviderType;

/** The connected devices of all transports. Any thread. */
@ProviderType
public interface Devices {

    /** Returns the devices that are connected now, without blocking. */
    DevicesSnapshot snapshot();

    /**
     * Returns the devices once every transport has reported them, or after the timeout. Blocks. Transports are watched
     * from the first call of any method on.
     */
    default DevicesSnapshot awaitReported(Duration timeout) {
        return snapshot();
    }

    /**
     * Calls the listener, on internal threads, with the devices now and after every change, until the subscription is
     * closed.
     */
    Subscription subscribe(Consumer<DevicesSnapshot> listener);

    /**
     * Runs the task on the device's worker, which opens the device if needed. The future fails with {@link
     * org.keyhopper.fido.DeviceException} when the device refuses or leaves; a task is not begun after its future was
     * cancelled.
     */
    <T> CompletableFuture<T> submit(LinkId link, DeviceTask<T> task);

    /** Identifies a device without changing it. The future never fails: a problem is the obstacle in the facts. */
    CompletableFuture<DeviceFacts> identify(LinkId link);

    /** A running subscription. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
