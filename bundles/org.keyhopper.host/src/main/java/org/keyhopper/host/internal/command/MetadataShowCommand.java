package org.keyhopper.host.internal.command;

import java.util.concurrent.Callable;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;

/** Shows the status of the imported metadata. */
@Command(name = "show", description = "Shows the metadata of this station, and when the next one is due.")
final class MetadataShowCommand implements Callable<Integer> {

    private final CommandContext context;

    MetadataShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        new MetadataOutput(context.output()).print(context.station().metadata().current());
        return ExitCode.DONE;
    }
}
