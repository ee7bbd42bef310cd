package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.inventory.InventoryEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes one credential from a device. */
@Command(
        name = "delete",
        description = "Deletes one passkey from a card or key. It stays registered at the directory until it is "
                + "revoked.")
final class DeviceDeleteCommand extends DeviceCommand {

    @Parameters(
            paramLabel = "CREDENTIAL",
            description = "The passkey ID, as listed by \"keyhopper devices credentials\".")
    private String credential;

    @Option(
            names = "--pin",
            paramLabel = "env:VAR",
            description = "Environment variable with the PIN; if omitted, the PIN is prompted for.")
    private String pin = "";

    DeviceDeleteCommand(CommandContext context) {
        super(context);
    }

    @Override
    int with(LinkDescription device) throws InputRefusedException {
        CredentialId id = id();
        Optional<InventoryEntry> ours =
                inventory().find(id).filter(entry -> entry.state() == InventoryEntry.State.IN_USE);
        try (Secret secret = pins().existing("--pin", pin, name(device))) {
            Answer<Boolean> answer = withPin(device, pin, care -> care.delete(device.id(), id, secret));
            if (answer.result().isEmpty()) {
                return reportProblem(answer);
            }
        }
        JsonObject json = json("deleted", device.id());
        json.addProperty("credentialId", id.base64Url());
        return done(json, "Deleted from " + name(device) + ".", ours.stream());
    }

    private CredentialId id() throws InputRefusedException {
        try {
            return CredentialId.ofBase64Url(credential);
        } catch (IllegalArgumentException e) {
            throw new InputRefusedException("\"" + credential + "\" is not a passkey ID: " + e.getMessage() + ".");
        }
    }
}
