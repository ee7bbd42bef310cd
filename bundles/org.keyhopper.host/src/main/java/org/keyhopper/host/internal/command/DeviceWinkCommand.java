package org.keyhopper.host.internal.command;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;

/** Makes a device blink (CTAPHID_WINK). */
@Command(name = "wink", description = "Makes a key blink, to identify it.")
final class DeviceWinkCommand extends DeviceCommand {

    DeviceWinkCommand(CommandContext context) {
        super(context);
    }

    @Override
    int with(LinkDescription device) {
        Answer<Boolean> answer = deviceManagement().wink(device.id());
        if (answer.result().isEmpty()) {
            return reportProblem(answer);
        }
        if (answer.result().get()) {
            return done(json("winked", device.id()), nameFirst(device) + " blinks.");
        }
        output().printError(nameFirst(device) + " cannot blink.");
        return ExitCode.SOME_FAILED;
    }
}
