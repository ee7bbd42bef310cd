package org.keyhopper.core.fake;

import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.fido.DeviceException;

/** How an act of a device can fail. */
public enum Trouble {
    /** The device refuses the command and is unchanged. */
    REFUSED,
    /** The device is removed before it received the command. */
    LOST_BEFORE,
    /** The device is removed after it carried the command out. */
    LOST_AFTER,
    /** It executes the command, and its response cannot be parsed. */
    NONSENSE,
    /** It does not execute the command, and its response cannot be parsed. */
    NONSENSE_AND_UNDONE,
    /** The program has a fault. */
    FAULT;

    boolean comesBefore() {
        return this == REFUSED || this == LOST_BEFORE || this == NONSENSE_AND_UNDONE || this == FAULT;
    }

    boolean isLoss() {
        return this == LOST_BEFORE || this == LOST_AFTER;
    }

    /** Throws it. Only a command that may have changed the device is reported as lost. */
    void strike(Problem refusal, boolean changing) throws DeviceException {
        switch (this) {
            case REFUSED -> throw DeviceException.refused(refusal);
            case LOST_BEFORE, LOST_AFTER -> throw thrown(Problem.of(DeviceProblem.GONE), changing);
            case NONSENSE, NONSENSE_AND_UNDONE -> throw thrown(Problem.of(DeviceProblem.PROTOCOL_ERROR), changing);
            case FAULT -> throw new IllegalStateException("a fault of ours");
        }
    }

    private static DeviceException thrown(Problem problem, boolean changing) {
        return changing ? DeviceException.lost(problem, null) : DeviceException.unreached(problem, null);
    }
}
