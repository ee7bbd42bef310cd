package org.keyhopper.host.internal.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.vault.StationKey;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;

/** Replaces the key of the station. */
@Command(
        name = "rekey",
        description =
                "Replaces the key of this station: its secrets, PINs and the MACs of its records. A new passphrase is"
                        + " taken from KEYHOPPER_NEW_PASSPHRASE.")
final class RekeyCommand implements Callable<Integer> {

    private static final String NEW_PASSPHRASE = "KEYHOPPER_NEW_PASSPHRASE";

    private final CommandContext context;

    RekeyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        StationKey key = context.station()
                .key()
                .orElseThrow(() -> new InputRefusedException("The key of this station cannot be replaced."));
        StationKey.Replaced replaced =
                key.replace(Optional.ofNullable(System.getenv(NEW_PASSPHRASE)).map(Secret::of));
        context.output().print("The key was replaced: " + replaced.secrets() + " secrets were encrypted anew.");
        replaced.old().ifPresent(old -> context.output()
                .print("The old key is in " + old + ". Delete it when no backup needs it any more."));
        return ExitCode.DONE;
    }
}
