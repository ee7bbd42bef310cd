package org.keyhopper.host.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.core.device.ResetOrder;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.DeviceLines;
import org.keyhopper.host.internal.output.RunLines;
import org.keyhopper.host.internal.run.Terminal;
import org.keyhopper.host.internal.run.TerminalConfirmation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Resets a device. */
@Command(name = "reset", description = "Resets a card or key, which deletes all passkeys and the PIN.")
final class DeviceResetCommand extends DeviceCommand {

    @Option(
            names = "--yes",
            description = "Resets without confirmation, if the device can be distinguished from others of its model. "
                    + "Without this option, the terminal is asked; without a terminal, only the consequences are "
                    + "listed.")
    private boolean yes;

    DeviceResetCommand(CommandContext context) {
        super(context);
    }

    @Override
    int with(LinkDescription device) throws InputRefusedException {
        ResetPermission.require(central());
        Answer<DeviceDetails> looked = deviceManagement().inspect(device.id());
        if (looked.result().isEmpty()) {
            return reportProblem(looked);
        }
        printLosses(looked.result().get());
        if (!yes && !isAgreed()) {
            output().printError("Nothing was changed. Use --yes to reset the device.");
            return ExitCode.BAD_INPUT;
        }
        return reset(device, looked.result().get().entries());
    }

    private boolean isAgreed() {
        return !output().isJson() && Terminal.confirm("Reset this device?");
    }

    private int reset(LinkDescription device, List<InventoryEntry> ours) {
        RunLines lines = new RunLines(output());
        Optional<DeviceConfirmation> confirmation = yes ? Optional.empty() : TerminalConfirmation.withOutput(output());
        Answer<LinkId> answer = deviceManagement()
                .reset(new ResetOrder(
                        device.id(),
                        List.of(),
                        lines::printInstruction,
                        lines::printProblem,
                        confirmation,
                        new CancelSignal()));
        return answer.result()
                .map(now -> done(json("reset", now), nameFirst(device) + " was reset.", ours.stream()))
                .orElseGet(() -> reportProblem(answer));
    }

    private void printLosses(DeviceDetails details) {
        List<String> losses = DeviceLines.losses(details);
        JsonArray lost = new JsonArray();
        losses.forEach(lost::add);
        JsonObject json = new JsonObject();
        json.addProperty("device", DeviceLines.name(details.facts()));
        json.addProperty("slot", details.facts().link().id().slot());
        json.add("loses", lost);
        output().printObject(json);
        output().print("Erasing " + DeviceLines.name(details.facts()) + " in "
                + details.facts().link().id().slot() + " permanently loses:");
        losses.forEach(loss -> output().print("  - " + loss));
    }
}
