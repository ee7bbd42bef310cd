package org.keyhopper.host.internal.command;

import java.util.concurrent.Callable;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunRefused;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.run.HeadlessRun;
import org.keyhopper.host.internal.run.OnProvisioned;
import org.keyhopper.host.internal.run.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a request. */
@Command(name = "provision", description = "Provisions the people of a request who are not provisioned yet.")
final class ProvisionCommand implements Callable<Integer> {

    /** How devices get to the reader. */
    enum Mode {
        manual,
        automatic
    }

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    @Option(names = "--mode", required = true, description = "${COMPLETION-CANDIDATES}")
    private Mode mode;

    @Option(
            names = "--reader",
            defaultValue = "",
            description = "A part of the reader's name; other readers are left alone.")
    private String reader;

    @Option(
            names = "--key",
            defaultValue = "",
            description = "A part of the key's name or serial number; other devices are left alone.")
    private String key;

    @Option(
            names = "--on-provisioned",
            defaultValue = "skip",
            description =
                    "With a device that is somebody's already: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private OnProvisioned onProvisioned;

    @Option(
            names = "--pin",
            defaultValue = "",
            paramLabel = "env:VAR",
            description =
                    "Where the PIN comes from when the profile wants one entered or kept; otherwise the keyboard.")
    private String pin;

    ProvisionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefused, RunRefused {
        if (mode == Mode.automatic) {
            throw new InputRefused("There is no printer driver in this version; use --mode manual.");
        }
        String variable = pin.isEmpty() ? "" : EnvironmentReference.variable(pin);
        RunOptions options =
                new RunOptions(context.request(id).id(), reader.isEmpty() ? key : reader, onProvisioned, variable);
        Tally tally = new HeadlessRun(context.station(), context.output()).perform(options);
        return ExitCode.of(tally);
    }
}
