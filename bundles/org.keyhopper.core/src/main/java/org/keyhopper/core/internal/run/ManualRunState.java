package org.keyhopper.core.internal.run;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.internal.directory.Outages;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;

/** What the desk shows of a run, and what may be chosen in which phase. Written by the run's thread, read by any. */
final class ManualRunState {

    private static final int SHOWN_DONE = 5;

    private static final Map<RunPhase, Set<Choice>> CHOICES = choices();

    private static final Set<Choice> PULLED_UNCLEAR = Set.of(Choice.RECONCILE, Choice.SET_ASIDE, Choice.STOP);

    private final RecipientQueue turns;
    private final DeviceSelection device;
    private final RunListeners followers = new RunListeners();
    final CeremonyProgress progress = new CeremonyProgress();

    private RunPhase phase = RunPhase.PREPARING;
    private Instruction instruction = new Instruction.None();
    private Deadline instructionEnd = Deadline.in(Duration.ZERO);
    private Problem notice;
    private volatile RunSnapshot latest;

    ManualRunState(RecipientQueue turns, DeviceSelection device) {
        this.turns = turns;
        this.device = device;
        this.latest = compose();
    }

    private static Map<RunPhase, Set<Choice>> choices() {
        Map<RunPhase, Set<Choice>> map = new EnumMap<>(RunPhase.class);
        map.put(RunPhase.PREPARING, Set.of(Choice.STOP));
        map.put(RunPhase.DIRECTORY_OUT, Set.of(Choice.STOP));
        map.put(RunPhase.INSERT_DEVICE, Set.of(Choice.SKIP_USER, Choice.STOP));
        map.put(RunPhase.CHOOSE_DEVICE, Set.of(Choice.TOUCH_TO_CHOOSE, Choice.SKIP_USER, Choice.STOP));
        map.put(RunPhase.IDENTIFYING, Set.of(Choice.STOP));
        map.put(RunPhase.READY, Set.of(Choice.PROVISION, Choice.SKIP_USER, Choice.TRY_NEW_DEVICE, Choice.STOP));
        map.put(
                RunPhase.ALREADY_PROVISIONED,
                Set.of(
                        Choice.RESET_AND_PROVISION,
                        Choice.TRY_NEW_DEVICE,
                        Choice.NEXT_USER,
                        Choice.SKIP_USER,
                        Choice.FAIL_USER,
                        Choice.STOP));
        map.put(
                RunPhase.UNUSABLE_DEVICE,
                Set.of(Choice.TRY_NEW_DEVICE, Choice.NEXT_USER, Choice.SKIP_USER, Choice.FAIL_USER, Choice.STOP));
        map.put(RunPhase.REMOVE_DEVICE, Set.of(Choice.SKIP_USER, Choice.STOP));
        map.put(RunPhase.WORKING, Set.of(Choice.STOP));
        map.put(RunPhase.REMOVE_PROVISIONED, Set.of(Choice.STOP));
        map.put(RunPhase.REMOVE_FAILED, Set.of(Choice.TRY_NEW_DEVICE, Choice.STOP));
        map.put(RunPhase.DEVICE_PULLED, Set.of(Choice.TRY_AGAIN, Choice.SET_ASIDE, Choice.STOP));
        map.put(RunPhase.PUT_BACK, Set.of(Choice.SET_ASIDE, Choice.STOP));
        map.put(RunPhase.RECONCILING, Set.of(Choice.STOP));
        map.put(RunPhase.COMPLETED, Set.of());
        map.put(RunPhase.HALTED, Set.of());
        return map;
    }

    RunPhase phase() {
        return phase;
    }

    boolean isOver() {
        return phase == RunPhase.COMPLETED || phase == RunPhase.HALTED;
    }

    boolean allows(Choice choice) {
        return choicesNow().contains(choice);
    }

    private Set<Choice> choicesNow() {
        return switch (phase) {
            case REMOVE_FAILED -> isUnclear() ? Set.of(Choice.STOP) : CHOICES.get(phase);
            case DEVICE_PULLED -> isUnclear() ? PULLED_UNCLEAR : CHOICES.get(phase);
            case WORKING -> isPersonAwaited() ? Set.of(Choice.SKIP_USER, Choice.STOP) : CHOICES.get(phase);
            case CHOOSE_DEVICE -> device.canBeTouched() ? CHOICES.get(phase) : CHOICES.get(RunPhase.INSERT_DEVICE);
            default -> CHOICES.get(phase);
        };
    }

    /** Whose end is unclear gets no other device before that is reconciled: it could become a second passkey. */
    private boolean isUnclear() {
        return turns.current()
                .filter(recipient -> recipient.outcome() == Outcome.UNCLEAR)
                .isPresent();
    }

    private boolean isPersonAwaited() {
        return !(instruction instanceof Instruction.None);
    }

    void enter(RunPhase next) {
        enter(next, Optional.empty());
    }

    void halt(Problem why) {
        enter(RunPhase.HALTED, Optional.of(why));
    }

    /** Enters a phase in which nothing moves, if there is a reason. */
    void enter(RunPhase next, Optional<Problem> why) {
        phase = next;
        instruction = new Instruction.None();
        notice = why.orElse(null);
        publish();
    }

    /** Shows what went wrong while the operator chooses a device, unless that is over. */
    void noticeWhileChoosing(Problem problem) {
        if (phase == RunPhase.CHOOSE_DEVICE) {
            notice(Optional.of(problem));
        }
    }

    /** Shows why nothing moves, or that there is no such reason any more. */
    void notice(Optional<Problem> problem) {
        if (!problem.equals(Optional.ofNullable(notice))) {
            notice = problem.orElse(null);
            publish();
        }
    }

    /** What was shown because the directory did not answer is over. */
    void directoryAnswers() {
        if (notice != null && (Outages.isFor(notice) || notice.is(RunProblem.DIRECTORY_OUT))) {
            notice(Optional.empty());
        }
    }

    void instruct(Instruction next) {
        if (next.equals(instruction)) {
            return;
        }
        instruction = next;
        instructionEnd = Deadline.in(next.left());
        publish();
        tell(new RunEvent.Instructed(next));
    }

    void publish() {
        latest = compose();
        followers.changed(latest);
    }

    void tell(RunEvent event) {
        followers.happened(event);
    }

    void follow(RunListener listener) {
        followers.add(listener, latest);
    }

    RunSnapshot latest() {
        return latest;
    }

    private RunSnapshot compose() {
        return new RunSnapshot(
                turns.request(),
                phase,
                turns.current(),
                turns.next(),
                device.shown(),
                progress.steps(),
                phase == RunPhase.CHOOSE_DEVICE ? device.candidates() : List.of(),
                choicesNow(),
                instruction.with(instructionEnd.remaining()),
                Optional.ofNullable(notice),
                turns.justDone(SHOWN_DONE));
    }
}
