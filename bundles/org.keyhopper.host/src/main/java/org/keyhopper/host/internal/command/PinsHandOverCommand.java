package org.keyhopper.host.internal.command;

import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.vault.PinEscrow;
import picocli.CommandLine.Command;

/** Records that people were given their PINs, such as their letters. */
@Command(name = "hand-over", description = "Records that people were given their PINs, such as their letters.")
final class PinsHandOverCommand extends PinsReceiptCommand {

    PinsHandOverCommand(CommandContext context) {
        super(context, "handed over");
    }

    @Override
    boolean record(PinEscrow escrow, RecipientId recipient) {
        return escrow.handOver(recipient);
    }
}
