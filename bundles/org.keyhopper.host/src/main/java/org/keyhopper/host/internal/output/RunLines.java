package org.keyhopper.host.internal.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunEvent.Movement;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;

/** Prints a run as text or JSON lines. Called on the run's thread. */
public final class RunLines implements RunListener {

    private static final Set<DeviceProblem> ABOUT_READERS =
            Set.of(DeviceProblem.SERVICE_UNAVAILABLE, DeviceProblem.SERVICE_SILENT, DeviceProblem.READER_ERROR);

    /** Reported as an event of their own. */
    private static final Set<RunProblem> WAITED_FOR =
            Set.of(RunProblem.DIRECTORY_OUT, RunProblem.CENTRAL_OUT, RunProblem.CLAIM_AWAITED);

    private final Output output;
    private final boolean keysOnly;
    private final InstructionLines instructions;
    private final PrinterLines printers;
    private Optional<Problem> notice = Optional.empty();
    private Optional<Problem> halt = Optional.empty();

    /** The last reported reason why no device is detected. */
    private Optional<Problem> obstacle = Optional.empty();

    public RunLines(Output output) {
        this(output, false);
    }

    private RunLines(Output output, boolean keysOnly) {
        this.output = output;
        this.keysOnly = keysOnly;
        this.instructions = new InstructionLines(output);
        this.printers = new PrinterLines(output);
    }

    /** Returns the output of a run that uses only keys; problems of readers are omitted. */
    public static RunLines forKeys(Output output) {
        return new RunLines(output, true);
    }

    @Override
    public void changed(RunSnapshot snapshot) {
        if (snapshot.phase() == RunPhase.INSERT_DEVICE) {
            notice = Optional.empty();
            printObstacle(snapshot.notice());
        } else {
            notice(snapshot.notice());
        }
        halted(snapshot.phase() == RunPhase.HALTED);
    }

    /** Reports why no device is detected: once, not for each recipient. */
    private void printObstacle(Optional<Problem> now) {
        Optional<Problem> relevant =
                now.filter(problem -> !keysOnly || ABOUT_READERS.stream().noneMatch(problem::is));
        if (!relevant.equals(obstacle)) {
            obstacle = relevant;
            relevant.ifPresent(this::printProblem);
        }
    }

    /** Reports why the run waits, once. */
    void notice(Optional<Problem> now) {
        if (!now.equals(notice)) {
            notice = now;
            notice.filter(problem -> WAITED_FOR.stream().noneMatch(problem::is)).ifPresent(this::printProblem);
        }
    }

    /** Records whether the run has halted because of the reason reported last. */
    void halted(boolean halted) {
        halt = halted ? notice : Optional.empty();
    }

    @Override
    public void happened(RunEvent event) {
        switch (event) {
            case RunEvent.Waiting(Movement movement) -> waiting(movement);
            case RunEvent.Turn(RecipientState recipient) -> turn(recipient);
            case RunEvent.Choosing(List<LinkDescription> candidates) -> choosing(candidates);
            case RunEvent.Instructed(Instruction instruction) -> instructions.show(instruction);
            case RunEvent.Warned(RecipientState recipient, Problem problem) -> warned(recipient, problem);
            case RunEvent.StepDone step -> step(step);
            case RunEvent.Settled(RecipientState recipient) -> settled(recipient);
            case RunEvent.CardMoved moved -> printers.moved(moved);
            case RunEvent.PrinterStopped stopped -> printers.stopped(stopped);
            case RunEvent.PrinterGoesOn goesOn -> printers.continued(goesOn);
            case RunEvent.NextCard next -> printers.nextCard(next);
            case RunEvent.DirectoryOut(Problem reason) -> directoryOut(reason);
            case RunEvent.DirectoryBack back -> directoryBack();
            case RunEvent.Ended ended -> ended(ended);
        }
    }

    private void waiting(Movement movement) {
        JsonObject json = event("waiting");
        json.addProperty("for", movement.name().toLowerCase(Locale.ROOT));
        output.printObject(json);
        output.print(movement == Movement.INSERT ? "Insert or tap a card or key." : "Remove the card or key.");
    }

    private void turn(RecipientState recipient) {
        JsonObject json = event("recipient");
        json.addProperty("user", recipient.recipient().user());
        json.addProperty("position", recipient.id().position());
        output.printObject(json);
        output.print("");
        output.print(recipient.id().position() + ". " + recipient.recipient().name());
    }

    private void warned(RecipientState recipient, Problem problem) {
        JsonObject json = event("warning");
        json.addProperty("user", recipient.recipient().user());
        json.addProperty("reason", problem.code().id());
        json.addProperty("message", ProblemLines.of(problem));
        output.printObject(json);
        // In a manual run, the snapshot's notice has the text.
        notice(Optional.of(problem));
    }

    private void step(RunEvent.StepDone step) {
        JsonObject json = event("step");
        json.addProperty("user", step.recipient().recipient().user());
        json.addProperty("step", step.step().id());
        json.addProperty("ms", step.took().toMillis());
        output.printObject(json);
        output.print(String.format(
                Locale.ENGLISH, "   %-9s %6d ms", step.step().id(), step.took().toMillis()));
    }

    private void settled(RecipientState recipient) {
        JsonObject json = event("outcome");
        json.addProperty("user", recipient.recipient().user());
        json.addProperty("outcome", recipient.outcome().name());
        RequestJson.addOutcome(json, recipient.last());
        output.printObject(json);
        String reason = recipient
                .last()
                .flatMap(OutcomeRecord::problem)
                .map(problem -> ": " + ProblemLines.of(problem))
                .orElse("");
        output.print("   " + recipient.outcome() + reason);
        recipient.last().ifPresent(last -> last.notes()
                .forEach(note -> output.print("   Note: " + ProblemLines.of(note))));
    }

    private void ended(RunEvent.Ended ended) {
        instructions.close();
        JsonObject json = event("summary");
        RequestJson.addTally(json, ended.tally());
        halt.ifPresent(problem -> json.addProperty("reason", problem.code().id()));
        output.printObject(json);
        output.print("");
        output.print(RequestJson.sentence(ended.tally()));
    }

    /** Prints one line per outage; the countdown within it is only for windows. */
    void directoryOut(Problem reason) {
        JsonObject json = event("paused");
        json.addProperty("reason", reason.arguments().getFirst());
        json.addProperty("since", reason.arguments().get(1));
        json.addProperty("seconds", Integer.parseInt(reason.arguments().get(2)));
        json.addProperty("message", ProblemLines.of(reason));
        output.printObject(json);
        output.print("   Paused. " + ProblemLines.of(reason));
    }

    void directoryBack() {
        output.printObject(event("resumed"));
        output.print("   The connection is back, and the run continues.");
    }

    private void choosing(List<LinkDescription> candidates) {
        JsonObject json = event("choose");
        JsonArray devices = new JsonArray();
        candidates.forEach(candidate -> devices.add(RequestJson.device(candidate)));
        json.add("devices", devices);
        output.printObject(json);
        output.print("   Several devices are connected:");
        candidates.forEach(candidate -> output.print("   - "
                + (candidate.kind() == DeviceKind.USB_KEY ? candidate.product() : "Card")
                + candidate.serial().map(serial -> ", serial number " + serial).orElse("") + ", at "
                + candidate.id().slot()));
        output.print("   Remove all but one, insert the one to use, or start again with --key or --reader and a part "
                + "of its name, serial number or location.");
    }

    /** Prints the current instruction to the operator. */
    public void printInstruction(Instruction what) {
        instructions.show(what);
    }

    /** Prints why the run waits. */
    public void printProblem(Problem problem) {
        JsonObject json = event("notice");
        json.addProperty("reason", problem.code().id());
        json.addProperty("message", ProblemLines.of(problem));
        output.printObject(json);
        output.print("   " + ProblemLines.of(problem));
    }

    static JsonObject event(String name) {
        JsonObject json = new JsonObject();
        json.addProperty("event", name);
        return json;
    }
}
