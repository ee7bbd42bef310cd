package org.keyhopper.host.internal.command;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sets the first PIN of a device. */
@Command(name = "set-pin", description = "Sets the first PIN of a card or key.")
final class DeviceSetPinCommand extends DeviceCommand {

    @Option(
            names = "--new-pin",
            paramLabel = "env:VAR",
            description = "Environment variable with the PIN; if omitted, the PIN is prompted for.")
    private String pin = "";

    DeviceSetPinCommand(CommandContext context) {
        super(context);
    }

    @Override
    int with(LinkDescription device) throws InputRefusedException {
        try (Secret secret = pins().future("--new-pin", pin, name(device))) {
            Answer<Boolean> answer = deviceManagement().setPin(device.id(), secret);
            return answer.result().isPresent()
                    ? done(json("pin-set", device.id()), "The PIN of " + name(device) + " is set.")
                    : reportProblem(answer);
        }
    }
}
