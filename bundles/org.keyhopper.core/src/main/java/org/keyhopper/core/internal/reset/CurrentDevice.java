package org.keyhopper.core.internal.reset;

import java.util.Optional;
import org.keyhopper.api.request.DeviceLabel;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.internal.device.WorkerLease;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The device that is worked with, which may be taken out and put back meanwhile. Used by one thread at a time: the worker of
 * the device it began with, which waits while the worker of the one that was put back works.
 */
public final class CurrentDevice implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(CurrentDevice.class);

    private OpenDevice device;
    private DeviceLabel label;
    private boolean certain = true;

    /** The worker of the device that was put back, if one was. */
    private WorkerLease lease;

    public CurrentDevice(OpenDevice device) {
        this.device = device;
    }

    public OpenDevice device() {
        return device;
    }

    /** Does something on the thread that may talk to the device. */
    public <T> T run(WorkerLease.Work<T> work) throws StepFailure, DeviceException {
        return lease == null ? work.run() : lease.run(work);
    }

    /** Talks to the device no more, so that it can be taken out. */
    public void letGo() {
        if (lease == null) {
            device.channel().close();
        }
        close();
    }

    /**
     * Goes on with the device that was put back.
     *
     * @param same whether it is proved or confirmed to be the one that was taken out
     */
    public void moveTo(WorkerLease next, OpenDevice opened, boolean same) {
        lease = next;
        device = opened;
        certain = certain && same;
    }

    /** Returns whether it is still the device that this began with. */
    public boolean isCertain() {
        return certain;
    }

    /** The operator confirmed the device that is out. */
    public void confirmed(DeviceLabel confirmed) {
        label = confirmed;
        LOGGER.info("The operator confirmed a device that was taken out; {}", confirmed.recorded());
    }

    /** Returns by what the operator confirmed the device, where nothing could prove it. */
    public Optional<DeviceLabel> label() {
        return Optional.ofNullable(label);
    }

    /** Gives the worker of a device that was put back its freedom. */
    @Override
    public void close() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }
}
