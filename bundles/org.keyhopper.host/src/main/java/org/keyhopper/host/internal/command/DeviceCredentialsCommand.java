package org.keyhopper.host.internal.command;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceContent;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.DeviceJson;
import org.keyhopper.host.internal.output.DeviceLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the credentials on a device. */
@Command(name = "credentials", description = "Lists the passkeys on a card or key, and the people they were issued to.")
final class DeviceCredentialsCommand extends DeviceCommand {

    @Option(
            names = "--pin",
            paramLabel = "env:VAR",
            description = "Environment variable with the PIN; if omitted, the PIN is prompted for.")
    private String pin = "";

    DeviceCredentialsCommand(CommandContext context) {
        super(context);
    }

    @Override
    int with(LinkDescription device) throws InputRefusedException {
        try (Secret secret = pins().existing("--pin", pin, name(device))) {
            Answer<DeviceContent> answer = withPin(device, pin, care -> care.list(device.id(), secret));
            return answer.result().isPresent() ? print(answer.result().get()) : reportProblem(answer);
        }
    }

    private int print(DeviceContent content) {
        content.credentials().forEach(held -> {
            output().printObject(DeviceJson.of(held));
            output().print(DeviceLines.line(held));
        });
        output().print(content.credentials().size() + " of " + content.total() + " slots are used.");
        return ExitCode.DONE;
    }
}
