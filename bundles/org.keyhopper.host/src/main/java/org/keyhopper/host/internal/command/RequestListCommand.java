package org.keyhopper.host.internal.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.RequestJson;
import picocli.CommandLine.Command;

/** Lists the requests. */
@Command(name = "list", description = "Lists the requests, newest first.")
final class RequestListCommand implements Callable<Integer> {

    private final CommandContext context;

    RequestListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<ProvisioningRequest> requests = context.station().requests().list();
        for (ProvisioningRequest request : requests) {
            context.output().printObject(RequestJson.summary(request));
            context.output()
                    .print(request.id() + "  " + request.name() + "  " + request.directory() + "  " + request.state()
                            + "  " + request.tally().done() + "/"
                            + request.tally().total());
        }
        if (requests.isEmpty()) {
            context.output().print("No request exists.");
        }
        return ExitCode.DONE;
    }
}
