package org.keyhopper.host.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has no further PIN sealed to a key. */
@Command(
        name = "retire",
        description = "Seals no further PIN to an escrow key. Its private key still opens those sealed to it before.")
final class PinsRetireCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "FINGERPRINT",
            description = "The beginning of its fingerprint, as \"pins keys\" lists it.")
    private String fingerprint;

    PinsRetireCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        PinEscrow escrow = new PinsAccess(context).escrow();
        List<PinEscrow.Certificate> meant = escrow.certificates().stream()
                .filter(key -> key.retired().isEmpty())
                .filter(key -> key.fingerprint().startsWith(fingerprint.toLowerCase(Locale.ROOT)))
                .toList();
        if (meant.size() != 1) {
            throw new InputRefusedException(
                    meant.isEmpty()
                            ? "No active key has this fingerprint."
                            : "Several active keys begin like this. Give more of the fingerprint.");
        }
        escrow.retire(meant.getFirst().fingerprint());
        boolean last =
                escrow.certificates().stream().noneMatch(key -> key.retired().isEmpty());
        context.output()
                .print("The key is retired. Keep its private key as long as PINs sealed to it are needed."
                        + (last ? " No key is active: new PINs are kept encrypted on this computer." : ""));
        return ExitCode.DONE;
    }
}
