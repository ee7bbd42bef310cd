package org.keyhopper.host.internal.command;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes PINs that are no longer needed. */
@Command(
        name = "purge",
        description = "Deletes the PINs whose receipt was confirmed, or that were last shown, some time ago.")
final class PinsPurgeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "More than this many days ago; without it, as many as are set for the daily purge.")
    private Integer days;

    @Option(
            names = "--daily",
            description = "Also sets this number of days for the purge that the station does at its start and daily (30"
                    + " unless changed).")
    private boolean daily;

    PinsPurgeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        PinEscrow escrow = new PinsAccess(context).escrow();
        if (days != null && days < 0) {
            throw new InputRefusedException("The number of days is negative.");
        }
        if (daily && days == null) {
            throw new InputRefusedException("--daily requires --days.");
        }
        Duration retention = days == null ? escrow.retention() : Duration.ofDays(days);
        if (daily) {
            escrow.retain(retention);
        }
        int deleted = escrow.purge(Instant.now().minus(retention));
        context.output().print(deleted + " PINs were deleted.");
        return ExitCode.DONE;
    }
}
