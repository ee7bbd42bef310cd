package org.keyhopper.host.internal.command;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.vault.HandOverCode;
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
            paramLabel = "USER",
            description = "The person: position in the request, or account. Can be repeated.")
    private List<String> people = new ArrayList<>();

    @Option(
            names = "--scan",
            description =
                    "Reads lines from the standard input, as a barcode scanner types them: codes of letters, serial"
                            + " numbers or accounts. An empty line ends it.")
    private boolean scan;

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
        if (scan == !people.isEmpty()) {
            throw new InputRefusedException("Either --person or --scan is required.");
        }
        if (scan) {
            return scanned(request, escrow);
        }
        for (int position : PersonArguments.positions(request, people)) {
            if (!record(escrow, new RecipientId(request.id(), position))) {
                throw new InputRefusedException("The PIN of person " + position + " was not released.");
            }
            context.output().print("The PIN of person " + position + " was " + recorded + ".");
        }
        return ExitCode.DONE;
    }

    /** One unknown code does not end the work at a counter. */
    private int scanned(ProvisioningRequest request, PinEscrow escrow) {
        int refused = 0;
        Scanner lines = new Scanner(System.in, Charset.defaultCharset());
        while (lines.hasNextLine()) {
            String line = lines.nextLine().strip();
            if (line.isEmpty()) {
                break;
            }
            refused += isRecorded(request, escrow, line) ? 0 : 1;
        }
        return refused == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private boolean isRecorded(ProvisioningRequest request, PinEscrow escrow, String line) {
        Optional<RecipientState> found = HandOverCode.find(request.recipients(), line);
        if (found.isEmpty()) {
            context.output().print(line + ": no one in this request, or several.");
            return false;
        }
        String name = found.get().recipient().name();
        boolean done = record(escrow, found.get().id());
        context.output().print(name + (done ? ": " + recorded + "." : ": the PIN was not released."));
        return done;
    }
}
