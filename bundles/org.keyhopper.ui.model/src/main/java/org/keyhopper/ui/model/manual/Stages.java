package org.keyhopper.ui.model.manual;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.texts.Explanation;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** Composes the headline of each phase. */
final class Stages {

    private final WorkbenchContext context;

    Stages(WorkbenchContext context) {
        this.context = context;
    }

    Stage of(RunSnapshot run) {
        String name = run.current().map(state -> state.recipient().name()).orElse("");
        return switch (run.phase()) {
            case PREPARING -> plain("preparing", Tint.NEUTRAL, run.request().directory());
            case DIRECTORY_OUT -> directoryOut(run);
            case INSERT_DEVICE -> plain("insert", Tint.NEUTRAL, name);
            case CHOOSE_DEVICE -> choose(run);
            case IDENTIFYING -> plain("identifying", Tint.NEUTRAL, name);
            case READY -> plain("ready", Tint.NEUTRAL, name);
            case ALREADY_PROVISIONED -> alreadyProvisioned(run);
            case UNUSABLE_DEVICE ->
                withReason("unusable", Tint.BAD, run.device().flatMap(device -> device.obstacle()));
            case REMOVE_DEVICE -> plain("remove", Tint.NEUTRAL, name);
            case WORKING -> working(run, name);
            case REMOVE_PROVISIONED -> withNotes(plain("provisioned", Tint.GOOD, lastName(run)), run);
            case REMOVE_FAILED -> removeFailed(run);
            case DEVICE_PULLED -> pulled(run, name);
            case PUT_BACK ->
                Stage.of(
                        Tint.ATTENTION,
                        context.text("stage.putBackPulled." + kind(run), name),
                        context.text("stage.putBackPulled." + kind(run) + ".hint", name));
            case RECONCILING -> plain("reconciling", Tint.ACTIVE, name);
            case COMPLETED -> withNotes(completed(run.tally()), run);
            case HALTED -> halted(run);
        };
    }

    /** What the operator wanted is no failure. */
    private Stage removeFailed(RunSnapshot run) {
        return isSkipped(run)
                ? plain("skipped", Tint.NEUTRAL, lastName(run))
                : withReason("failed", Tint.BAD, lastProblem(run));
    }

    /** Returns whether the operator skipped the person whose device is to be removed. */
    static boolean isSkipped(RunSnapshot run) {
        return settled(run).filter(state -> state.outcome() == Outcome.SKIPPED).isPresent();
    }

    /** Returns whether the operator stopped the run. */
    static boolean isStopped(RunSnapshot run) {
        return run.notice().filter(why -> why.is(RunProblem.STOPPED)).isPresent();
    }

    private Stage halted(RunSnapshot run) {
        return isStopped(run) ? plain("stopped", Tint.NEUTRAL, "") : withReason("halted", Tint.BAD, run.notice());
    }

    private Stage plain(String key, Tint tint, String argument) {
        return Stage.of(tint, context.text("stage." + key, argument), context.text("stage." + key + ".hint", argument));
    }

    private Stage withReason(String key, Tint tint, Optional<Problem> reason) {
        Optional<Explanation> explained = reason.map(context.explain());
        String hint = explained
                .map(explanation -> explanation.title() + ".\n" + explanation.cause() + " " + explanation.action())
                .orElseGet(() -> context.text("stage." + key + ".hint"));
        return Stage.of(tint, context.text("stage." + key), hint.strip()).explaining(reason);
    }

    /** A reset does not revoke the former holder's passkey at the directory. */
    private Stage withNotes(Stage stage, RunSnapshot run) {
        String hint = Stream.concat(
                        Stream.of(stage.hint()),
                        lastNotes(run).stream()
                                .filter(note -> note.is(RunProblem.PASSKEY_STILL_REGISTERED))
                                .map(note -> context.explain().apply(note).title() + "."))
                .collect(Collectors.joining("\n"))
                .strip();
        return new Stage(stage.sentence(), hint, stage.tint(), stage.until());
    }

    /** Returns the notes on the recipient who was settled last. */
    static List<Problem> lastNotes(RunSnapshot run) {
        return settled(run)
                .flatMap(RecipientState::last)
                .map(OutcomeRecord::notes)
                .orElse(List.of());
    }

    /** The headline already says that the directory is unavailable. */
    private Stage directoryOut(RunSnapshot run) {
        String hint = run.notice()
                .map(context.explain())
                .map(explanation -> explanation.cause() + " " + explanation.action())
                .orElseGet(() -> context.text("stage.directoryOut.hint"));
        return Stage.of(Tint.ATTENTION, context.text("stage.directoryOut"), hint)
                .explaining(run.notice());
    }

    private Stage alreadyProvisioned(RunSnapshot run) {
        Optional<InventoryEntry> known = run.device().flatMap(device -> device.known());
        return known.map(entry -> plain("known", Tint.ATTENTION, entry.holder()))
                .orElseGet(() -> plain(isFull(run) ? "full" : "taken", Tint.ATTENTION, ""));
    }

    private Stage pulled(RunSnapshot run, String name) {
        String open = run.choices().contains(Choice.RECONCILE) ? "unclear" : "failed";
        return Stage.of(
                Tint.BAD,
                context.text("stage.pulled." + kind(run), name),
                context.text("stage.pulled." + open + ".hint", name, device(run)));
    }

    private static String kind(RunSnapshot run) {
        boolean key = run.device()
                .filter(device -> device.link().kind() == DeviceKind.USB_KEY)
                .isPresent();
        return key ? "key" : "card";
    }

    private String device(RunSnapshot run) {
        return run.device()
                .map(device -> device.link()
                        .serial()
                        .map(serial -> context.text("stage.pulled.serial", device.model(), serial))
                        .orElse(device.model()))
                .orElse("");
    }

    private static boolean isFull(RunSnapshot run) {
        return run.device().stream()
                .flatMap(device -> device.warnings().stream())
                .anyMatch(remark -> remark.is(DeviceProblem.KEY_STORE_FULL));
    }

    private Stage choose(RunSnapshot run) {
        return run.instruction() instanceof Instruction.Touch(Duration left)
                ? timed("touchToChoose", left)
                : plain(
                        "choose",
                        Tint.ATTENTION,
                        Integer.toString(run.candidates().size()));
    }

    private Stage working(RunSnapshot run, String name) {
        return switch (run.instruction()) {
            case Instruction.None none -> plain("working", Tint.ACTIVE, name);
            case Instruction.Touch(Duration left) -> timed("touch", left);
            case Instruction.LongTouch(Duration left) -> timed("longTouch", left);
            case Instruction.TakeOut(Duration left) -> timed("takeOut", left);
            case Instruction.PutBack(Duration left) -> timed("putBack", left);
            case Instruction.Swap swap -> InstructionStages.swap(context, swap);
            case Instruction.RemoveOthers others -> InstructionStages.removeOthers(context, others);
            case Instruction.ConfirmDevice(Duration left) -> timed("confirmDevice", left);
        };
    }

    private Stage timed(String key, Duration left) {
        return InstructionStages.timed(context, "stage." + key, left);
    }

    private Stage completed(Tally tally) {
        String hint = tally.done() == tally.total() ? "stage.completed.all" : "stage.completed.hint";
        return Stage.of(
                tally.done() == tally.total() ? Tint.GOOD : Tint.NEUTRAL,
                context.text("stage.completed", tally.done(), tally.total()),
                context.text(hint, tally.total() - tally.done()));
    }

    private static String lastName(RunSnapshot run) {
        return settled(run).map(state -> state.recipient().name()).orElse("");
    }

    private static Optional<Problem> lastProblem(RunSnapshot run) {
        return settled(run).flatMap(RecipientState::last).flatMap(OutcomeRecord::problem);
    }

    /**
     * While the device is still inserted, the settled recipient is the current one; later, the most recently
     * completed.
     */
    private static Optional<RecipientState> settled(RunSnapshot run) {
        return run.current().filter(state -> state.last().isPresent()).or(() -> run.justDone().stream()
                .findFirst());
    }
}
