package org.keyhopper.host.internal.command;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes sealed PINs that are no longer needed. */
@Command(name = "purge", description = "Deletes the sealed PINs whose receipt was confirmed some time ago.")
final class PinsPurgeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "30",
            description = "Confirmed more than this many days ago (default: ${DEFAULT-VALUE}).")
    private int days;

    PinsPurgeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        if (days < 0) {
            throw new InputRefusedException("The number of days is negative.");
        }
        int deleted = new PinsAccess(context).escrow().purge(Instant.now().minus(Duration.ofDays(days)));
        context.output().print(deleted + " sealed PINs were deleted.");
        return ExitCode.DONE;
    }
}
