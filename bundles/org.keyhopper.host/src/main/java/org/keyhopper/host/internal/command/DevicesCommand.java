package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DevicesSnapshot;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.DeviceJson;
import org.keyhopper.host.internal.output.DeviceLines;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists readers and devices; the subcommands operate on one device. */
@Command(
        name = "devices",
        description = "Lists the connected readers, cards, keys and printers, or manages one of them.")
final class DevicesCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--discovery",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Searches for printers, which can take some seconds (default: yes).")
    private boolean discovery;

    private DevicesCommand(CommandContext context) {
        this.context = context;
    }

    static CommandLine of(CommandContext context, List<String> arguments) {
        return new CommandGroup(new DevicesCommand(context))
                .add("show", () -> new DeviceShowCommand(context))
                .add("credentials", () -> new DeviceCredentialsCommand(context))
                .add("delete", () -> ofCredential(new DeviceDeleteCommand(context)))
                .add("revoke", () -> ofCredential(new DeviceRevokeCommand(context)))
                .add("set-pin", () -> new DeviceSetPinCommand(context))
                .add("change-pin", () -> new DeviceChangePinCommand(context))
                .add("reset", () -> new DeviceResetCommand(context))
                .add("wink", () -> new DeviceWinkCommand(context))
                .called(arguments);
    }

    /** A credential id may begin with a hyphen. */
    private static CommandLine ofCredential(Object command) {
        return new CommandLine(command).setUnmatchedOptionsArePositionalParams(true);
    }

    @Override
    public Integer call() throws InterruptedException {
        DevicesSnapshot snapshot = context.station().devices().awaitReported(TargetDeviceOptions.TIMEOUT);
        snapshot.slots().values().forEach(slots -> slots.stream()
                .filter(slot -> snapshot.links().stream()
                        .noneMatch(link -> link.id().slot().equals(slot)))
                .forEach(this::emptySlot));
        for (LinkDescription link : snapshot.links()) {
            DeviceFacts facts = context.station().devices().identify(link.id()).join();
            context.output().printObject(DeviceJson.of(facts));
            context.output().print(DeviceLines.line(facts));
        }
        snapshot.obstacles().values().forEach(problem -> context.output().printError(ProblemLines.of(problem)));
        if (snapshot.links().isEmpty() && snapshot.slots().values().stream().allMatch(List::isEmpty)) {
            context.output().print("No reader and no key is connected.");
        }
        PrinterListing printers = new PrinterListing(context.station().printers(), context.output());
        printers.drivers();
        printers.dropIns(context.services().dropIns());
        if (discovery) {
            printers.discover();
        }
        return ExitCode.DONE;
    }

    private void emptySlot(String slot) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", "reader");
        json.addProperty("slot", slot);
        context.output().printObject(json);
        context.output().print(slot + ": empty");
    }
}
