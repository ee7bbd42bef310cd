package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.device.DeviceManagement;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.DeviceJson;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.host.internal.output.ProblemLines;
import org.keyhopper.host.internal.output.RequestJson;
import picocli.CommandLine.Mixin;

/** A command on one connected device. */
abstract class DeviceCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private TargetDeviceOptions choice;

    DeviceCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public final Integer call() throws InputRefusedException {
        return with(choice.among(context.station().devices()));
    }

    /** Performs the command and returns the exit code. */
    abstract int with(LinkDescription device) throws InputRefusedException;

    final DeviceManagement deviceManagement() {
        return context.station().deviceManagement();
    }

    final CentralMembership central() {
        return context.station().central();
    }

    final Inventory inventory() {
        return context.station().inventory();
    }

    final Output output() {
        return context.output();
    }

    final PinOptions pins() {
        return new PinOptions(context.pins());
    }

    /** Performs an operation with the PIN; if only the last retry remains, asks for consent first. */
    final <T> Answer<T> withPin(LinkDescription device, String reference, Function<DeviceManagement, Answer<T>> act) {
        Answer<T> answer = act.apply(deviceManagement());
        boolean isLastTry = answer.failure()
                .filter(problem -> problem.is(DeviceProblem.PIN_LAST_TRY))
                .isPresent();
        return isLastTry && pins().confirmLastPinAttempt(reference, name(device))
                ? act.apply(deviceManagement().allowingLastPinAttempt())
                : answer;
    }

    /** Reports success. */
    final int done(JsonObject json, String sentence) {
        output().printObject(json);
        output().print(sentence);
        return ExitCode.DONE;
    }

    /** Reports success, and the passkeys that are still registered although their credentials were deleted. */
    final int done(JsonObject json, String sentence, Stream<InventoryEntry> lost) {
        List<Problem> notes = lost.map(RunProblem::stillRegistered).toList();
        json.add("formerPasskeys", RequestJson.formerPasskeys(notes));
        int code = done(json, sentence);
        notes.forEach(note -> output().print(ProblemLines.of(note)));
        return code;
    }

    /** Reports why the operation failed or may have failed. */
    final int reportProblem(Answer<?> answer) {
        Problem problem = answer.failure().orElseThrow();
        boolean unclear = answer instanceof Answer.Unclear;
        output().printObject(DeviceJson.of(problem, unclear));
        output().printError(ProblemLines.of(problem)
                + (unclear ? " The change may have been made. Check the device." : ""));
        return ExitCode.SOME_FAILED;
    }

    /** Returns a name for use within a sentence: for a card that of its reader, because no more is known of it here. */
    static String name(LinkDescription device) {
        return device.kind() == DeviceKind.USB_KEY
                ? device.product() + device.serial().map(serial -> " " + serial).orElse("")
                : "the card in " + device.id().slot();
    }

    /** Returns the name for the beginning of a sentence. */
    static String nameFirst(LinkDescription device) {
        String name = name(device);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static JsonObject json(String key, LinkId device) {
        JsonObject json = new JsonObject();
        json.addProperty("done", key);
        json.addProperty("slot", device.slot());
        return json;
    }
}
