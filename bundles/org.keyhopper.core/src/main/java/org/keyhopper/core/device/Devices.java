package org.keyhopper.core.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.keyhopper.api.transport.LinkId;
import org.osgi.annotation.versioning.ProviderType;

/** The devices that are plugged in now, over all transports. Any thread. */
@ProviderType
public interface Devices {

    /** Returns what is there now; fast. */
    DevicesSnapshot snapshot();

    /**
     * Returns what is there once every transport has told it at least once, or after {@code timeout}; blocking. Transports
     * are only asked from the first call of any method on.
     */
    default DevicesSnapshot settled(Duration timeout) {
        return snapshot();
    }

    /** Calls back, on a thread of ours, with what is there now and at every change, until the subscription is closed. */
    Subscription follow(Consumer<DevicesSnapshot> listener);

    /**
     * Runs the task on the device's worker, after opening the device if it is not open yet. The future ends with
     * {@link org.keyhopper.fido.DeviceException} when the device refuses or leaves.
     */
    <T> CompletableFuture<T> on(LinkId link, DeviceTask<T> task);

    /** Finds out what a device is, changing nothing. Never ends exceptionally: trouble is the facts' obstacle. */
    CompletableFuture<DeviceFacts> identify(LinkId link);

    /** A running subscription. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
