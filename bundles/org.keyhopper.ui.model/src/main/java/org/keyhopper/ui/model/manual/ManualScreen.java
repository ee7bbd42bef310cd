package org.keyhopper.ui.model.manual;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunMoment;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.central.Permissions;
import org.keyhopper.ui.model.manual.ActionButton.Weight;
import org.keyhopper.ui.model.passkeys.FormerPasskeys;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

/** Composes the screen from a snapshot. */
final class ManualScreen {

    private static final Set<RunPhase> WITH_STEPS = Set.of(
            RunPhase.IDENTIFYING,
            RunPhase.READY,
            RunPhase.WORKING,
            RunPhase.REMOVE_PROVISIONED,
            RunPhase.REMOVE_FAILED,
            RunPhase.DEVICE_PULLED,
            RunPhase.PUT_BACK);

    private static final Set<RunPhase> AFTERWARDS =
            Set.of(RunPhase.REMOVE_PROVISIONED, RunPhase.REMOVE_FAILED, RunPhase.COMPLETED, RunPhase.HALTED);

    private final WorkbenchContext context;
    private final FormerPasskeys former;
    private final Stages stages;
    private final ManualButtons buttons;
    private final PersonPanels people;
    private final StepRows steps;
    private final DeviceFactRows devices;
    private final CandidateRows candidates;

    ManualScreen(WorkbenchContext context) {
        this.context = context;
        former = new FormerPasskeys(context);
        stages = new Stages(context);
        buttons = new ManualButtons(
                context.messages(), () -> context.station().requests().canChooseRecipients());
        people = new PersonPanels(context);
        steps = new StepRows(context.messages());
        devices = new DeviceFactRows(context);
        candidates = new CandidateRows(context);
    }

    /** Composes the screen; {@code switching} if a printer run follows. */
    ManualState of(RunSnapshot run, boolean switching) {
        return new ManualState(
                run.moment(),
                heading(run),
                stages.of(run),
                people.current(run),
                Optional.of(people.progress(run.tally())),
                steps(run),
                run.device().map(device -> devices.of(device, run.phase(), name(run), Stages.isSkipped(run))),
                candidates.of(run.candidates()),
                permitted(buttons.main(run, formerHolder(run).isPresent())),
                buttons.side(run.choices()),
                buttons.ending(run, switching),
                notice(run, switching),
                people.done(run));
    }

    /** Returns the screen while a run is being prepared. */
    ManualState preparing(ProvisioningRequest request) {
        return of(
                new RunSnapshot(
                        request,
                        RunPhase.PREPARING,
                        Optional.empty(),
                        request.open(),
                        Optional.empty(),
                        List.of(),
                        Set.of(Choice.STOP),
                        new Instruction.None(),
                        Optional.empty(),
                        List.of()),
                false);
    }

    /** After a device was removed early, only the steps that were started are shown. */
    private List<StepRow> steps(RunSnapshot run) {
        if (!WITH_STEPS.contains(run.phase())) {
            return List.of();
        }
        boolean pulled = run.phase() == RunPhase.DEVICE_PULLED || run.phase() == RunPhase.PUT_BACK;
        return steps.of(run).stream()
                .filter(step -> !pulled || step.state() != StepProgress.State.WAITING)
                .toList();
    }

    /** Returns the screen without a run; {@code refusal} is why a run could not be started, if one was refused. */
    ManualState idle(Optional<Problem> refusal) {
        return resting(refusal.map(context.explain())
                .map(explanation ->
                        Stage.of(Tint.BAD, explanation.title() + ".", explanation.cause() + " " + explanation.action()))
                .orElseGet(() -> Stage.of(Tint.NEUTRAL, context.text("stage.idle"), context.text("stage.idle.hint")))
                .explaining(refusal));
    }

    /** Returns the screen after an internal error prevented the start. */
    ManualState internalError(Notice notice) {
        return resting(Stage.of(notice.tint(), context.text("stage.halted"), notice.text()));
    }

    private ManualState resting(Stage stage) {
        return new ManualState(
                new RunMoment(RunPhase.PREPARING, Optional.empty()),
                Heading.of(context.text("place.MANUAL"), context.text("manual.idle")),
                stage,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(buttons.button(ManualAction.CHOOSE_REQUEST, Weight.DEFAULT)),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** Leaves out what the operator's roles at Central do not allow; the notice says so. */
    private List<ActionButton> permitted(List<ActionButton> all) {
        return Permissions.of(context).reset().isEmpty()
                ? all
                : all.stream()
                        .filter(button -> button.action() != ManualAction.RESET_AND_PROVISION)
                        .toList();
    }

    /** Omits a notice that the headline already gives. */
    private Optional<String> notice(RunSnapshot run, boolean switching) {
        if (switching && run.choices().contains(Choice.STOP)) {
            return Optional.of(context.text("manual.switching"));
        }
        return run.notice()
                .filter(problem -> run.phase() != RunPhase.HALTED
                        && run.phase() != RunPhase.DIRECTORY_OUT
                        && !problem.is(RunProblem.SEVERAL_DEVICES))
                .map(context::sentence)
                .or(() -> run.choices().contains(Choice.RESET_AND_PROVISION)
                        ? Permissions.of(context).reset()
                        : Optional.empty());
    }

    /** Returns the former holder whose passkey is still registered after the last reset. */
    Optional<PasskeyHolder> formerHolder(RunSnapshot run) {
        return AFTERWARDS.contains(run.phase()) ? former.holder(Stages.lastNotes(run)) : Optional.empty();
    }

    private static String name(RunSnapshot run) {
        return run.current().map(state -> state.recipient().name()).orElse("");
    }

    private Heading heading(RunSnapshot run) {
        ProvisioningRequest request = run.request();
        Tint tint =
                switch (run.phase()) {
                    case PREPARING, DIRECTORY_OUT -> Tint.ATTENTION;
                    case HALTED -> Stages.isStopped(run) ? Tint.NEUTRAL : Tint.BAD;
                    default -> Tint.GOOD;
                };
        return new Heading(
                context.text("manual.title", request.name()),
                context.text(
                        "manual.subtitle",
                        request.recipients().size(),
                        request.directory(),
                        DisplayText.profile(request.profile(), context.messages())),
                context.text(
                        run.phase() == RunPhase.DIRECTORY_OUT ? "connection.out" : "connection." + tint.name(),
                        request.directory()),
                tint);
    }
}
