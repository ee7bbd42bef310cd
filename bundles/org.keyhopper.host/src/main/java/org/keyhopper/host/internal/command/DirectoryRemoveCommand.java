package org.keyhopper.host.internal.command;

import java.util.concurrent.Callable;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a directory and its secrets from this station. */
@Command(name = "remove", description = "Removes a directory and its secrets from this station.")
final class DirectoryRemoveCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "NAME", description = "The name of the directory.")
    private String name;

    DirectoryRemoveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        context.requireUnlockedDirectories();
        if (!context.station().directories().accounts().remove(name)) {
            throw new InputRefusedException("There is no directory " + name + ".");
        }
        context.output().print("Directory " + name + " is removed.");
        return ExitCode.DONE;
    }
}
