package org.keyhopper.host.internal.command;

import java.util.concurrent.Callable;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.people.HeldPasskeys;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Revokes the passkey of a device, for example after its loss. */
@Command(
        name = "revoke",
        description = "Removes the passkey of a device in the inventory from the directory. The device does not have "
                + "to be connected.")
final class DeviceRevokeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "CREDENTIAL",
            description = "The passkey ID, as listed by reports and \"request passkeys\".")
    private String credential;

    @Option(names = "--yes", description = "Carries it out. Without this option, only the consequences are listed.")
    private boolean yes;

    DeviceRevokeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        InventoryEntry entry = entry();
        try (Directory directory = DirectoryAccess.named(context, entry.directory())) {
            HeldPasskeys held = context.station().people().passkeys(entry.directory(), directory.passkeys());
            new PasskeyRevocation(context, held, yes)
                    .revoke(DirectoryAccess.result(directory.people().find(entry.userId())), entry.passkeyId());
        }
        return ExitCode.DONE;
    }

    private InventoryEntry entry() throws InputRefusedException {
        try {
            return context.station()
                    .inventory()
                    .find(CredentialId.ofBase64Url(credential))
                    .orElseThrow(() -> new InputRefusedException("The inventory does not know this passkey."));
        } catch (IllegalArgumentException e) {
            throw new InputRefusedException("\"" + credential + "\" is not a passkey ID: " + e.getMessage() + ".");
        }
    }
}
