package org.keyhopper.core.internal.reset;

import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.fido.DeviceException;

/**
 * The device that is worked with, which may be taken out and put back meanwhile. Used by one thread at a time: the worker of
 * the device it began with, which waits while the worker of the one that was put back works.
 */
public final class CurrentDevice implements AutoCloseable {

    private OpenDevice device;

    /** The worker of the device that was put back, if one was. */
    private WorkerLease loan;

    public CurrentDevice(OpenDevice device) {
        this.device = device;
    }

    public OpenDevice device() {
        return device;
    }

    /** Does something on the thread that may talk to the device. */
    public <T> T run(WorkerLease.Work<T> work) throws StepFailure, DeviceException {
        return loan == null ? work.run() : loan.run(work);
    }

    /** Talks to the device no more, so that it can be taken out. */
    public void letGo() {
        if (loan == null) {
            device.channel().close();
        }
        close();
    }

    public void moveTo(WorkerLease next, OpenDevice opened) {
        loan = next;
        device = opened;
    }

    /** Gives the worker of a device that was put back its freedom. */
    @Override
    public void close() {
        if (loan != null) {
            loan.close();
            loan = null;
        }
    }
}
