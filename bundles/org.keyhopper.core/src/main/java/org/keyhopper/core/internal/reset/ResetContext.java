package org.keyhopper.core.internal.reset;

import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.fido.DeviceException;

/** A device on its way to being erased, which may have to leave and come back on the way. */
public interface ResetContext {

    /** Talked to only in {@link #onDevice}. */
    OpenDevice device();

    /** Does it on the device's worker. */
    <T> T onDevice(WorkerLease.Work<T> work) throws StepFailure, DeviceException;

    /** The device was taken out: what is still tried with it ends with GONE, on whatever thread. */
    void letGo();

    /** The device came back: from here on it is reached anew. */
    void moveTo(WorkerLease lease, OpenDevice opened);

    /** Something was put back, the same device or not. */
    void cameBack(LinkDescription link);

    void instruct(Instruction instruction);

    /** The person missed something and gets another chance. */
    void missed(Problem problem);

    /** Raised when nobody wants to wait for a person any more. */
    Interruption stop();
}
