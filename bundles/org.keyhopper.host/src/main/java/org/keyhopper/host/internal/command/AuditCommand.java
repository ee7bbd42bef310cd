package org.keyhopper.host.internal.command;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.keyhopper.core.journal.StationAudit;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.OcsfEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Verifies and prints the audit trail of this station. */
@Command(
        name = "audit",
        description = "Verifies the audit trail of this station and prints it; with --json as OCSF events, for export.")
final class AuditCommand implements Callable<Integer> {

    private static final int AT_ONCE = 500;

    private final CommandContext context;

    @Option(names = "--after", paramLabel = "N", description = "Only entries after this number, to continue an export.")
    private long after;

    AuditCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        StationAudit trail = context.station()
                .audit()
                .orElseThrow(() -> new InputRefusedException("This station has no audit trail."));
        List<StationAudit.Entry> entries = trail.after(after, AT_ONCE);
        while (!entries.isEmpty()) {
            entries.forEach(this::print);
            entries = trail.after(entries.getLast().number(), AT_ONCE);
        }
        OptionalLong missing = trail.firstMissing();
        if (missing.isPresent()) {
            context.output()
                    .printError("Entry " + missing.getAsLong() + " of the audit trail is missing: another program than"
                            + " Keyhopper has removed it.");
            return ExitCode.SOME_FAILED;
        }
        return ExitCode.DONE;
    }

    private void print(StationAudit.Entry entry) {
        context.output().printObject(OcsfEvent.of(entry));
        if (!context.output().isJson()) {
            context.output()
                    .print(entry.number() + "  " + entry.at() + "  " + entry.account() + "@" + entry.host() + "  "
                            + entry.action() + "  " + entry.subject() + "  " + entry.facts());
        }
    }
}
