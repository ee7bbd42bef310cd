package org.keyhopper.host.internal.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;

/** Lists the escrow keys. */
@Command(name = "keys", description = "Lists the escrow keys of this station, active and retired.")
final class PinsKeysCommand implements Callable<Integer> {

    private final CommandContext context;

    PinsKeysCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        List<PinEscrow.Certificate> keys = new PinsAccess(context).escrow().certificates();
        for (PinEscrow.Certificate key : keys) {
            context.output().printObject(PinsAccess.object(key));
            String state = key.retired().map(since -> "retired " + since).orElse("active since " + key.activated());
            context.output()
                    .print(key.fingerprint().substring(0, 16) + "  " + PinsAccess.subject(key) + "  " + state
                            + ", valid until " + key.certificate().getNotAfter().toInstant());
        }
        if (keys.isEmpty()) {
            context.output().print("There is no escrow key. PINs are kept encrypted on this computer.");
        }
        return ExitCode.DONE;
    }
}
