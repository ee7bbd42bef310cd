package org.keyhopper.host.internal.command;

import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.vault.PinEscrow;
import picocli.CommandLine.Command;

/** Records that people confirmed that their PINs work. */
@Command(name = "confirm", description = "Records that people confirmed that their PINs work.")
final class PinsConfirmCommand extends PinsReceiptCommand {

    PinsConfirmCommand(CommandContext context) {
        super(context, "confirmed");
    }

    @Override
    boolean record(PinEscrow escrow, RecipientId recipient) {
        return escrow.confirmReceipt(recipient);
    }
}
