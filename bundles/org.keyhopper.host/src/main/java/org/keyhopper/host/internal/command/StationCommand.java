package org.keyhopper.host.internal.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticOrder.Pace;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import org.keyhopper.host.internal.run.OnProvisioned;
import org.keyhopper.host.internal.run.UnattendedStation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Works for a Central without an operator. */
@Command(
        name = "station",
        description =
                "Works for a Central unattended: provisions the pending people of the requests that are assigned to"
                        + " this station, one request after the other, through its printers, until it is stopped.")
final class StationCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--printer",
            required = true,
            paramLabel = "URI",
            description = "A printer, such as evolis-raw:///dev/usb/lp0. Can be repeated.")
    private List<String> printers = new ArrayList<>();

    @Option(
            names = "--encoder",
            required = true,
            description =
                    "The encoder, ${COMPLETION-CANDIDATES}; one for all printers, or one for each in their order.")
    private List<Encoder> encoders = new ArrayList<>();

    @Option(
            names = "--reader",
            paramLabel = "TEXT",
            description = "A part of the reader's name, one for each printer in their order; omit it to use the paired"
                    + " readers.")
    private List<String> readers = new ArrayList<>();

    @Option(
            names = "--on-provisioned",
            defaultValue = "reject",
            description = "If a card is already assigned: reject or reset (default reject).")
    private OnProvisioned onProvisioned;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "How long a run waits for a printer that needs someone (empty hopper, open cover, jam), such as"
                            + " 15m or 2h (default 1h). After that it is tried again.")
    private Duration patience = DurationConverter.USUAL;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "How often Central is asked for requests, and how long is waited after a run that halted, such"
                            + " as 15s or 5m (default 15s).")
    private Duration interval = Duration.ofSeconds(15);

    @Option(
            names = "--all",
            description = "Also runs requests that are not assigned to this station, if its roles allow it.")
    private boolean all;

    @Option(names = "--once", description = "Ends when no one is pending, instead of waiting for the next request.")
    private boolean once;

    StationCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        if (!context.station().central().isJoined()) {
            throw new InputRefusedException(ProblemLines.of(Problem.of(CentralConnectionProblem.NOT_JOINED)));
        }
        Optional<AutomaticOrder.OnProvisioned> handling = onProvisioned.automatic();
        if (handling.isEmpty()) {
            throw new InputRefusedException("--on-provisioned " + onProvisioned + " requires an operator.");
        }
        if (onProvisioned == OnProvisioned.reset) {
            ResetPermission.require(context.station().central());
        }
        List<AutomaticOrder.PrinterOrder> orders = new PrinterArguments(printers, encoders, readers).orders();
        UnattendedStation.Rules rules = new UnattendedStation.Rules(interval, all, once);
        new UnattendedStation(context.station(), context.output(), rules)
                .work(
                        orders,
                        request -> new AutomaticOrder(
                                request,
                                orders,
                                handling.get(),
                                AutomaticOrder.Resumption.ByPrinter.within(patience),
                                Pace.OVERLAPPING));
        return ExitCode.DONE;
    }
}
