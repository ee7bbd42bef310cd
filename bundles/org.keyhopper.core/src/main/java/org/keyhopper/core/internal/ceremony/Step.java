package org.keyhopper.core.internal.ceremony;

import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.fido.DeviceException;

/** One step of the ceremony; stateless. */
interface Step {

    CeremonyStep name();

    /** Returns whether this ceremony needs the step at all. */
    default boolean isNeededFor(CeremonyOrder order) {
        return true;
    }

    /** Does it, on the device's worker. */
    void perform(CeremonyState state) throws StepFailure, DeviceException;
}
