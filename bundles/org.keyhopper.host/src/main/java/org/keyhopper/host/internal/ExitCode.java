package org.keyhopper.host.internal;

import java.util.List;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunProblem;

/** The exit codes of the process. */
public final class ExitCode {

    /** Everything was done. */
    public static final int DONE = 0;

    /** Some recipients failed, were skipped or are unclear. */
    public static final int SOME_FAILED = 1;

    /** Invalid usage, input or configuration. */
    public static final int BAD_INPUT = 2;

    /** Halted; recipients are pending, or another station works on them. */
    public static final int HALTED = 3;

    private ExitCode() {}

    /** Returns the exit code of a run over all open recipients of its request. */
    public static int of(RunResult end) {
        Tally tally = end.tally();
        if (tally.pending() > 0
                || end.halt().filter(halt -> halt.is(RunProblem.CLAIM_LOST)).isPresent()) {
            return HALTED;
        }
        return tally.provisioned() < tally.total() ? SOME_FAILED : DONE;
    }

    /** Returns the exit code of a reconciliation, by the states of the people who were unclear before. */
    public static int ofReconciled(List<RecipientState> people) {
        boolean all = people.stream().allMatch(person -> person.outcome() == Outcome.PROVISIONED);
        return all ? DONE : SOME_FAILED;
    }
}
