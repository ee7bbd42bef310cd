package org.keyhopper.host.internal.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import org.keyhopper.host.internal.run.HeadlessReconciliation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Settles unclear recipients. */
@Command(
        name = "reconcile",
        description = "Reconciles the unclear people of a request with the directory and their devices. A device that "
                + "is required and not connected is asked for.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:All of them are provisioned, or there were none.",
            "1:Some failed or are still unclear.",
            "2:Bad usage, input or configuration."
        })
final class ReconcileCommand implements Callable<Integer> {

    /** Sufficient to fetch a card from the tray. */
    private static final Duration USUAL_WAIT = Duration.ofMinutes(2);

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    @Option(
            names = "--person",
            paramLabel = "USER",
            description = "Only this person: position in the request, or account. Can be repeated.")
    private List<String> people = new ArrayList<>();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long to wait for each device that is asked for, such as 90s, 15m or 2h (default 2m, with"
                    + " --give-up 0s). After that, its registration is kept and the person stays unclear. Ctrl-C"
                    + " ends the wait.")
    private Duration wait;

    @Option(
            names = "--give-up",
            description = "Declares devices that are not connected lost: their registrations are removed from the "
                    + "directory, and their people are marked as failed.")
    private boolean givingUp;

    ReconcileCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        Set<Integer> positions = PersonArguments.positions(request, people);
        Duration patience = wait != null ? wait : givingUp ? Duration.ZERO : USUAL_WAIT;
        ReconcileOrder order = new ReconcileOrder(
                request.id(),
                one -> positions.isEmpty() || positions.contains(one.id().position()),
                patience);
        Answer<List<RecipientState>> answer =
                new HeadlessReconciliation(context.station(), context.output()).perform(order, givingUp);
        if (answer.failure().isPresent()) {
            throw new InputRefusedException(ProblemLines.of(answer.failure().get()));
        }
        return ExitCode.ofReconciled(answer.result().orElseThrow());
    }
}
