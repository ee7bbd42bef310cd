package org.keyhopper.core.internal.reset;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.Interruption;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.internal.device.WorkerLease;
import org.keyhopper.fido.DeviceException;

/** A device on its way to a reset, which may have to leave and come back on the way. */
public interface ResetContext {

    /** Returns the device, which may be another link of it by and by. */
    CurrentDevice current();

    /** Talked to only in {@link #onDevice}. */
    default OpenDevice device() {
        return current().device();
    }

    /** Does it on the device's worker. */
    default <T> T onDevice(WorkerLease.Work<T> work) throws StepFailure, DeviceException {
        return current().run(work);
    }

    /** Returns credentials that the device listed with its PIN, if it was given. */
    default List<StoredCredential> listed() {
        return List.of();
    }

    /** The device was taken out: what is still tried with it ends with GONE, on whatever thread. */
    void letGo();

    /**
     * The device came back: from here on it is reached anew.
     *
     * @param certain whether it is proved or confirmed to be the one that was taken out
     */
    void moveTo(WorkerLease lease, OpenDevice opened, boolean certain);

    /** Something was put back, the same device or not. */
    void cameBack(LinkDescription link);

    void instruct(Instruction instruction);

    /** The person missed something and gets another chance. */
    void missed(Problem problem);

    /** Returns how the operator is asked which device is in hand; empty where nobody can be asked. */
    Optional<DeviceConfirmation> confirmation();

    /** Raised when nobody wants to wait for a person any more. */
    Interruption stop();
}
