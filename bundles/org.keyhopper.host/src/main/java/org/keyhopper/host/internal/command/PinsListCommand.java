package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinDelivery;
import org.keyhopper.core.vault.PinRelease;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the sealed PINs of a request. */
@Command(name = "list", description = "Lists whose PINs are sealed, how far they are on their way, and their releases.")
final class PinsListCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    PinsListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        PinsAccess access = new PinsAccess(context);
        for (EscrowedPin pin : access.escrow().list(request.id())) {
            print(PinsAccess.person(request, pin.recipient()), pin);
        }
        for (PinRelease release : access.escrow().releases(request.id())) {
            context.output()
                    .print("Released " + release.released() + " by " + release.account() + ": "
                            + release.positions().size() + " PINs, " + release.reason());
        }
        return ExitCode.DONE;
    }

    private void print(RecipientState person, EscrowedPin pin) {
        PinDelivery delivery = pin.delivery();
        boolean overdue = delivery.isOverdue(Instant.now());
        JsonObject object = new JsonObject();
        object.addProperty("position", person.id().position());
        object.addProperty("user", person.recipient().user());
        object.addProperty("state", delivery.state().name());
        object.addProperty("kept", pin.kept().toString());
        object.addProperty("released", text(delivery.released()));
        object.addProperty("handedOver", text(delivery.handedOver()));
        object.addProperty("confirmed", text(delivery.received()));
        object.addProperty("overdue", overdue);
        context.output().printObject(object);
        context.output()
                .print(person.id().position() + ". " + person.recipient().name() + "  " + delivery.state()
                        + (overdue ? "  overdue" : ""));
    }

    private static String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }
}
