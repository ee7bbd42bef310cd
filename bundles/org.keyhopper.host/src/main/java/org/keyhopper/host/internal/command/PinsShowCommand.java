package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the sealed PIN of one person. */
@Command(name = "show", description = "Prints the initial PIN of one person; the release is recorded before.")
final class PinsShowCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    @Option(
            names = "--person",
            required = true,
            paramLabel = "USER",
            description = "The person: position in the request, or account.")
    private String person;

    @Mixin
    private EscrowKeyOptions options = new EscrowKeyOptions();

    PinsShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        PinsAccess access = new PinsAccess(context);
        Set<Integer> positions = PersonArguments.positions(request, List.of(person));
        EscrowKey key = options.key(access);
        EscrowedPin sealed = options.release(access, request.id(), positions).getFirst();
        try (Secret pin = PinsAccess.value(key.open(sealed.sealed()))) {
            String user =
                    PinsAccess.person(request, sealed.recipient()).recipient().user();
            String shown = new String(pin.toChars());
            JsonObject object = new JsonObject();
            object.addProperty("user", user);
            object.addProperty("pin", shown);
            context.output().printObject(object);
            Optional.of(context.output()).filter(out -> !out.isJson()).ifPresent(out -> out.print(user + "  " + shown));
        }
        return ExitCode.DONE;
    }
}
