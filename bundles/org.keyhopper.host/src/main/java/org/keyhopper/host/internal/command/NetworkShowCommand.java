package org.keyhopper.host.internal.command;

import java.util.concurrent.Callable;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;

/** Shows the network settings. */
@Command(name = "show", description = "Shows proxy and private certificate authorities.")
final class NetworkShowCommand implements Callable<Integer> {

    private final CommandContext context;

    NetworkShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        NetworkLines.print(context.services().network(), context.output());
        return ExitCode.DONE;
    }
}
