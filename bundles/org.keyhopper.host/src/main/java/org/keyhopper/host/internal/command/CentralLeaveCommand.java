package org.keyhopper.host.internal.command;

import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.Command;

/** Leaves the Central. */
@Command(
        name = "leave",
        description =
                "Leaves the Central: removes the station's key, the mirrored requests with their journal and PINs,"
                        + " and shows the station's own requests again.")
final class CentralLeaveCommand implements Callable<Integer> {

    private final CommandContext context;

    CentralLeaveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        Answer<Boolean> left = context.station().central().leave();
        if (left.failure().isPresent()) {
            throw new InputRefusedException(ProblemLines.of(left.failure().get()));
        }
        context.output()
                .print(
                        left.result().orElse(false)
                                ? "This station has left Central."
                                : "This station has left. Central was not reached: have its administrator revoke the"
                                        + " station.");
        return ExitCode.DONE;
    }
}
