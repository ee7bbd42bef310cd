package org.keyhopper.core.internal.reset;

import java.util.Optional;
import org.keyhopper.api.request.DeviceLabel;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.internal.device.WorkerLease;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The device that is worked with, which may be removed and reinserted meanwhile. Used by one thread at a time: the
 * worker of the device it began with, which waits while the worker of the reinserted device works.
 */
public final class CurrentDevice implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(CurrentDevice.class);

    private OpenDevice device;
    private DeviceLabel label;
    private boolean certain = true;
    private boolean lost;

    /** The worker of the reinserted device; null until there is one. */
    private WorkerLease lease;

    public CurrentDevice(OpenDevice device) {
        this.device = device;
    }

    /** Returns the device, which only the work given to {@link #run} may talk to. */
    public OpenDevice device() {
        return device;
    }

    /** Does the work on the thread that may talk to the device. */
    public <T> T run(WorkerLease.Work<T> work) throws StepFailedException, DeviceException {
        return lease == null ? work.run() : lease.run(work);
    }

    /** Ends the connection, so that the device can be removed: what is sent to it now ends with GONE, on any thread. */
    void disconnect() {
        if (lease == null) {
            device.channel().close();
        }
        close();
        lost = true;
    }

    /**
     * Continues with the reinserted device.
     *
     * @param same whether it is proved or confirmed to be the one that was removed
     */
    void continueWith(WorkerLease next, OpenDevice opened, boolean same) {
        lease = next;
        device = opened;
        certain = certain && same;
        lost = false;
    }

    /** Returns whether it is still the device that this began with. */
    public boolean isCertain() {
        return certain;
    }

    /** Notes that the device left, or may have: no more may be sent to it, since another may be in its place. */
    public void markLost() {
        lost = true;
    }

    public boolean isLost() {
        return lost;
    }

    /** Notes by what the operator confirmed the device, while it is removed. */
    void confirmed(DeviceLabel confirmed) {
        label = confirmed;
        LOGGER.info("The operator confirmed the removed device; {}", confirmed.recorded());
    }

    /** Returns by what the operator confirmed the device; empty where that was not needed. */
    public Optional<DeviceLabel> label() {
        return Optional.ofNullable(label);
    }

    /** Returns the worker of a reinserted device. */
    @Override
    public void close() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }
}
