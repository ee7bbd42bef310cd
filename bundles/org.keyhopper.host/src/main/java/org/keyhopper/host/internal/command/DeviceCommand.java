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
import org.keyhopper.core.care.Caretaker;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.DeviceJson;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.host.internal.output.ProblemLines;
import org.keyhopper.host.internal.output.RequestJson;
import picocli.CommandLine.Mixin;

/** A command about one device that is plugged in. */
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

    /** Does it and returns the exit code. */
    abstract int with(LinkDescription device) throws InputRefusedException;

    final Caretaker caretaker() {
        return context.station().caretaker();
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

    /** Does what needs the PIN; where only its last try is left, once the person at the keyboard agrees to that. */
    final <T> Answer<T> withPin(LinkDescription device, String reference, Function<Caretaker, Answer<T>> act) {
        Answer<T> answer = act.apply(caretaker());
        boolean isLastTry = answer.trouble()
                .filter(problem -> problem.is(DeviceProblem.PIN_LAST_TRY))
                .isPresent();
        return isLastTry && pins().mayUseLastTry(reference, name(device))
                ? act.apply(caretaker().usingLastTry())
                : answer;
    }

    /** Tells that it was done. */
    final int done(JsonObject json, String sentence) {
        output().object(json);
        output().say(sentence);
        return ExitCode.DONE;
    }

    /** Tells that it was done, and which passkeys that are gone from the device are still registered. */
    final int done(JsonObject json, String sentence, Stream<InventoryEntry> lost) {
        List<Problem> notes = lost.map(RunProblem::stillRegistered).toList();
        json.add("formerPasskeys", RequestJson.formerPasskeys(notes));
        int code = done(json, sentence);
        notes.forEach(note -> output().say(ProblemLines.of(note)));
        return code;
    }

    /** Tells why it was not done, or may not have been. */
    final int troubled(Answer<?> answer) {
        Problem problem = answer.trouble().orElseThrow();
        boolean unclear = answer instanceof Answer.Unclear;
        output().object(DeviceJson.of(problem, unclear));
        output().complain(
                        ProblemLines.of(problem) + (unclear ? " It may have been done all the same: look again." : ""));
        return ExitCode.SOME_FAILED;
    }

    /** Returns how to speak of it in a sentence: a card by its reader, since that is all that is known of it here. */
    static String name(LinkDescription device) {
        return device.kind() == DeviceKind.USB_KEY
                ? device.product() + device.serial().map(serial -> " " + serial).orElse("")
                : "the card in " + device.id().slot();
    }

    /** Returns the same at the beginning of a sentence. */
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
