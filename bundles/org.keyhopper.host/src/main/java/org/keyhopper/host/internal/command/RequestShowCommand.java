package org.keyhopper.host.internal.command;

import java.util.concurrent.Callable;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import org.keyhopper.host.internal.output.RequestJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a request with its people. */
@Command(name = "show", description = "Shows a request with its people and their outcomes.")
final class RequestShowCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    RequestShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        context.output().printObject(RequestJson.whole(request));
        context.output()
                .print(request.id() + "  " + request.name() + "  " + request.directory() + "  " + request.state());
        request.recipients().forEach(this::show);
        context.output().print(RequestJson.sentence(request.tally()));
        return ExitCode.DONE;
    }

    private void show(RecipientState recipient) {
        String reason = recipient
                .last()
                .flatMap(OutcomeRecord::problem)
                .map(problem -> ": " + ProblemLines.of(problem))
                .orElse("");
        context.output()
                .print(recipient.id().position() + ". " + recipient.recipient().name() + "  " + recipient.outcome()
                        + reason);
    }
}
