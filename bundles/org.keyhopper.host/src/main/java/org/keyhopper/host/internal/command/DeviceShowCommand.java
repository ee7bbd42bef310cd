package org.keyhopper.host.internal.command;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.DeviceJson;
import org.keyhopper.host.internal.output.DeviceLines;
import picocli.CommandLine.Command;

/** Shows the properties of a device. */
@Command(name = "show", description = "Shows what a card or key reports without its PIN.")
final class DeviceShowCommand extends DeviceCommand {

    DeviceShowCommand(CommandContext context) {
        super(context);
    }

    @Override
    int with(LinkDescription device) {
        Answer<DeviceDetails> answer = deviceManagement().inspect(device.id());
        if (answer.result().isEmpty()) {
            return reportProblem(answer);
        }
        DeviceDetails details = answer.result().get();
        output().printObject(DeviceJson.of(details));
        DeviceLines.lines(details).forEach(output()::print);
        return details.facts().obstacle().isPresent() ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }
}
