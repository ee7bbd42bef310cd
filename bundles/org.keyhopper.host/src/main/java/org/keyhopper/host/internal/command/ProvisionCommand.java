package org.keyhopper.host.internal.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunRefused;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.run.HeadlessAutomatic;
import org.keyhopper.host.internal.run.HeadlessRun;
import org.keyhopper.host.internal.run.OnProvisioned;
import org.keyhopper.host.internal.run.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            paramLabel = "TEXT",
            description = "A part of the reader's name; other readers are left alone.")
    private List<String> readers = List.of();

    @Option(names = "--key", defaultValue = "", description = "A part of the key's name; other devices are left alone.")
    private String key;

    @Option(
            names = "--on-provisioned",
            defaultValue = "",
            paramLabel = "WHAT",
            description = "With a device that is somebody's already: skip (default), reset or fail; in automatic mode"
                    + " reject (default) or reset.")
    private String onProvisioned;

    @Mixin
    private AutomaticOptions automatic = new AutomaticOptions();

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
        RequestId request = context.request(id).id();
        Tally tally = mode == Mode.automatic ? throughPrinters(request) : byHand(request);
        return ExitCode.of(tally);
    }

    private Tally throughPrinters(RequestId request) throws InputRefused, RunRefused {
        if (!key.isEmpty() || !pin.isEmpty()) {
            throw new InputRefused("--key and --pin are for --mode manual.");
        }
        AutomaticOrder order = automatic.order(request, readers, onProvisioned);
        return new HeadlessAutomatic(context.station(), context.output()).perform(order);
    }

    private Tally byHand(RequestId request) throws InputRefused, RunRefused {
        if (!automatic.isEmpty()) {
            throw new InputRefused("--printer and --station are for --mode automatic.");
        }
        if (readers.size() > 1) {
            throw new InputRefused("--reader is given more than once.");
        }
        String variable = pin.isEmpty() ? "" : EnvironmentReference.variable(pin);
        String slot = readers.isEmpty() ? key : readers.getFirst();
        RunOptions options = new RunOptions(request, slot, deviceRule(), variable);
        return new HeadlessRun(context.station(), context.output()).perform(options);
    }

    private OnProvisioned deviceRule() throws InputRefused {
        try {
            return onProvisioned.isEmpty() ? OnProvisioned.skip : OnProvisioned.valueOf(onProvisioned);
        } catch (IllegalArgumentException e) {
            throw new InputRefused("--on-provisioned is skip, reset or fail in manual mode.");
        }
    }
}
