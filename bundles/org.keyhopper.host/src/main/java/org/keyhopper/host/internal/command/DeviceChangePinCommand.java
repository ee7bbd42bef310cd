package org.keyhopper.host.internal.command;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes the PIN of a device. */
@Command(name = "change-pin", description = "Changes the PIN of a card or key.")
final class DeviceChangePinCommand extends DeviceCommand {

    @Option(
            names = "--pin",
            paramLabel = "env:VAR",
            description = "Environment variable with the current PIN; if omitted, the PIN is prompted for.")
    private String pin = "";

    @Option(
            names = "--new-pin",
            paramLabel = "env:VAR",
            description = "Environment variable with the new PIN; if omitted, the PIN is prompted for.")
    private String next = "";

    DeviceChangePinCommand(CommandContext context) {
        super(context);
    }

    @Override
    int with(LinkDescription device) throws InputRefusedException {
        try (Secret current = pins().existing("--pin", pin, name(device));
                Secret future = pins().future("--new-pin", next, name(device))) {
            Answer<Boolean> answer = withPin(device, pin, care -> care.changePin(device.id(), current, future));
            return answer.result().isPresent()
                    ? done(json("pin-changed", device.id()), "The PIN of " + name(device) + " is changed.")
                    : reportProblem(answer);
        }
    }
}
