package org.keyhopper.host.internal.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.RunLines;
import org.keyhopper.host.internal.output.Words;
import org.keyhopper.host.internal.run.HeadlessDirectoryPrompts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Settles unclear recipients. */
@Command(
        name = "reconcile",
        description =
                "Settles people of a request whose attempt nobody saw end, with the directory and the devices present.")
final class ReconcileCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    ReconcileCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefused {
        ProvisioningRequest request = context.request(id);
        Answer<List<RecipientState>> answer =
                context.station().reconciler().reconcile(request.id(), new HeadlessDirectoryPrompts(context.output()));
        if (answer.trouble().isPresent()) {
            throw new InputRefused(Words.of(answer.trouble().get()));
        }
        RunLines lines = new RunLines(context.output());
        answer.result().orElseThrow().forEach(recipient -> lines.happened(new RunEvent.Settled(recipient)));
        ProvisioningRequest now = context.request(id);
        lines.happened(new RunEvent.Ended(now.tally()));
        return now.tally().unclear() > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }
}
