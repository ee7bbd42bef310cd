package org.keyhopper.host.internal;

import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunProblem;

/** What the process ends with. */
public final class ExitCode {

    /** Everything asked was done. */
    public static final int DONE = 0;

    /** Some recipients failed or are unclear. */
    public static final int SOME_FAILED = 1;

    /** Bad usage, bad input or configuration. */
    public static final int BAD_INPUT = 2;

    /** Halted; recipients are pending, or another station works on them. */
    public static final int HALTED = 3;

    private ExitCode() {}

    /** Returns the code for how a run ended. */
    public static int of(RunEnd end) {
        Tally tally = end.tally();
        if (tally.pending() > 0
                || end.halt().filter(halt -> halt.is(RunProblem.LEASE_LOST)).isPresent()) {
            return HALTED;
        }
        return tally.failed() + tally.unclear() > 0 ? SOME_FAILED : DONE;
    }
}
