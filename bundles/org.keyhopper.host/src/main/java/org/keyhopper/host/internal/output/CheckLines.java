package org.keyhopper.host.internal.output;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.people.CheckedRecipient;
import org.keyhopper.core.people.PreparationSnapshot;
import org.keyhopper.core.people.PreparationSnapshot.Phase;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;

/** Prints the check of recipients before a run as text or JSON lines. */
public final class CheckLines {

    /** Number of progress reports of a long check. */
    private static final int PARTS = 10;

    private static final int LONG = 100;

    private final Output output;
    private final RunLines lines;
    private Phase phase = Phase.SIGNING_IN;
    private int part;

    public CheckLines(Output output) {
        this.output = output;
        lines = new RunLines(output);
    }

    /** Prints what has changed; calls must not overlap. */
    public void changed(PreparationSnapshot now) {
        if (now.phase() == Phase.DIRECTORY_OUT && phase != Phase.DIRECTORY_OUT) {
            now.notice().ifPresent(lines::directoryOut);
        }
        if (phase == Phase.DIRECTORY_OUT && now.phase() == Phase.LOOKING_UP) {
            lines.directoryBack();
        }
        phase = now.phase();
        if (now.total() >= LONG && now.lookedUp() * PARTS / now.total() > part) {
            part = now.lookedUp() * PARTS / now.total();
            output.print("Looked up " + now.lookedUp() + " of " + now.total() + " people.");
        }
    }

    /** Prints the recipients that need a decision. */
    public void found(List<CheckedRecipient> found, boolean excluded) {
        found.forEach(one -> {
            JsonObject json = RunLines.event("check");
            json.addProperty("user", one.recipient().recipient().user());
            json.addProperty("position", one.recipient().id().position());
            json.addProperty("finding", one.reason().id());
            json.addProperty("excluded", excluded);
            json.addProperty("reason", one.problem().code().id());
            json.addProperty("message", ProblemLines.reason(one.problem()));
            output.printObject(json);
            output.print(one.recipient().id().position() + ". "
                    + one.recipient().recipient().name() + ": " + ProblemLines.reason(one.problem())
                    + (excluded ? " Excluded." : ""));
        });
    }

    /** Prints that the run starts; nothing if no recipient had to be looked up. */
    public void done(PreparationSnapshot check, int excluded) {
        if (check.total() == 0) {
            return;
        }
        JsonObject json = RunLines.event("checked");
        json.addProperty("people", check.total());
        json.addProperty("looked", check.lookedUp());
        json.addProperty("found", check.found());
        json.addProperty("excluded", excluded);
        output.printObject(json);
        if (check.lookedUp() > 0) {
            output.print(check.lookedUp() + " people looked up, " + check.found() + " need a decision, " + excluded
                    + " excluded.");
        }
    }

    /** Prints that there are too many findings for a run without an operator. */
    public void stopped(int found) {
        output.print("The run was not started: " + found
                + " people need a decision. Nothing was changed. Correct the request, or start again with "
                + "--exclude not-found,ambiguous,disabled or with --accept-findings.");
    }

    /** Prints that no run starts. */
    public void halted(Tally tally, Optional<Problem> why) {
        why.ifPresent(lines::printProblem);
        lines.happened(new RunEvent.Ended(tally));
    }
}
