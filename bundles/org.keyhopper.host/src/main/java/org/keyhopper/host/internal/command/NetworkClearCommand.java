package org.keyhopper.host.internal.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;

/** Returns to the network settings of the Java runtime. */
@Command(name = "clear", description = "Removes the proxy, its password and private certificate authorities.")
final class NetworkClearCommand implements Callable<Integer> {

    private final CommandContext context;

    NetworkClearCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Network network = context.services().network();
        network.change(NetworkSettings.SYSTEM, Optional.empty());
        NetworkLines.print(network, context.output());
        return ExitCode.DONE;
    }
}
