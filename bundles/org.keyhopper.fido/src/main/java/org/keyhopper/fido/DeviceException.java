package org.keyhopper.fido;

import org.keyhopper.api.diagnostic.Problem;

/** A device refused or was lost; the problem says which. Never carries a secret. */
public final class DeviceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private final boolean changedNothing;

    private DeviceException(Problem problem, boolean changedNothing, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
        this.changedNothing = changedNothing;
    }

    /** The device answered with a refusal, or we refused before asking it: nothing was changed. */
    public static DeviceException refused(Problem problem) {
        return new DeviceException(problem, true, null);
    }

    /** The device was lost before it was asked to change anything. */
    public static DeviceException unreached(Problem problem, Throwable cause) {
        return new DeviceException(problem, true, cause);
    }

    /** The device did not answer: what was asked may have been done. */
    public static DeviceException lost(Problem problem, Throwable cause) {
        return new DeviceException(problem, false, cause);
    }

    public Problem problem() {
        return problem;
    }

    /** Returns whether nothing was changed on the device; false when that is not known. */
    public boolean changedNothing() {
        return changedNothing;
    }
}
