package org.keyhopper.host.internal.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;

/** Lists the configured directories. */
@Command(name = "list", description = "Lists the configured directories.")
final class DirectoryListCommand implements Callable<Integer> {

    private final CommandContext context;

    DirectoryListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<DirectoryAccount> accounts =
                context.station().directories().accounts().list();
        for (DirectoryAccount account : accounts) {
            context.output().printObject(DirectoryJson.of(account));
            context.output().print(account.name() + " (" + account.type() + ")");
        }
        if (accounts.isEmpty()) {
            context.output().print("No directory is configured.");
        }
        return ExitCode.DONE;
    }
}
