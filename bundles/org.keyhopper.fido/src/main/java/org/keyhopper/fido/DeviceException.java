package org.keyhopper.fido;

import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemException;

/** Thrown when a device refuses a command or is lost; the problem says which. Never carries a secret. */
public final class DeviceException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final boolean changedNothing;

    private DeviceException(Problem problem, boolean changedNothing, Throwable cause) {
        super(problem, cause);
        this.changedNothing = changedNothing;
    }

    /** The device refused, or the command was refused before it was sent: nothing was changed. */
    public static DeviceException refused(Problem problem) {
        return new DeviceException(problem, true, null);
    }

    /** The device was lost before the command was sent. */
    public static DeviceException unreached(Problem problem, Throwable cause) {
        return new DeviceException(problem, true, cause);
    }

    /** The device did not respond: the command may have been executed. */
    public static DeviceException lost(Problem problem, Throwable cause) {
        return new DeviceException(problem, false, cause);
    }

    /** Returns whether the device is certainly unchanged; false if that is unknown. */
    public boolean changedNothing() {
        return changedNothing;
    }
}
