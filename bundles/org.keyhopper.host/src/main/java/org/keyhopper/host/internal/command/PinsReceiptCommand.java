package org.keyhopper.host.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records for some people of a request what became of their released PINs. */
abstract class PinsReceiptCommand implements Callable<Integer> {

    private final CommandContext context;
    private final String recorded;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    @Option(
            names = "--person",
            required = true,
            paramLabel = "USER",
            description = "The person: position in the request, or account. Can be repeated.")
    private List<String> people = new ArrayList<>();

    /** @param recorded ends the sentence that begins with "The PIN of person 3 was" */
    PinsReceiptCommand(CommandContext context, String recorded) {
        this.context = context;
        this.recorded = recorded;
    }

    /** Records it for one person; returns false if the PIN was not released. */
    abstract boolean record(PinEscrow escrow, RecipientId recipient);

    @Override
    public Integer call() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        PinEscrow escrow = new PinsAccess(context).escrow();
        for (int position : PinsAccess.positions(request, people)) {
            if (!record(escrow, new RecipientId(request.id(), position))) {
                throw new InputRefusedException("The PIN of person " + position + " was not released.");
            }
            context.output().print("The PIN of person " + position + " was " + recorded + ".");
        }
        return ExitCode.DONE;
    }
}
