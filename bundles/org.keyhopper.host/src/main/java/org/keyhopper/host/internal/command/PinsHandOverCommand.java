package org.keyhopper.host.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records that people were given their PINs, such as their letters. */
@Command(name = "hand-over", description = "Records that people were given their PINs, such as their letters.")
final class PinsHandOverCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    @Option(
            names = "--person",
            required = true,
            paramLabel = "USER",
            description = "The person: position in the request, or account. Can be repeated.")
    private List<String> people = new ArrayList<>();

    PinsHandOverCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        PinsAccess access = new PinsAccess(context);
        for (int position : PinsAccess.positions(request, people)) {
            if (!access.escrow().handOver(new RecipientId(request.id(), position))) {
                throw new InputRefusedException("The PIN of person " + position + " was not released.");
            }
            context.output().print("The PIN of person " + position + " was handed over.");
        }
        return ExitCode.DONE;
    }
}
