package org.keyhopper.core.internal.run.manual;

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
import org.keyhopper.core.internal.run.CeremonyProgress;
import org.keyhopper.core.internal.run.Listeners;
import org.keyhopper.core.internal.run.RecipientQueue;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;

/**
 * What a manual run publishes, and which choices each phase offers. Confined to the run's thread, except for {@link #latest}.
 */
final class ManualRunState {

    private static final int SHOWN_DONE = 5;

    private static final Map<RunPhase, Set<Choice>> CHOICES = choices();

    private static final Set<Choice> PULLED_UNCLEAR = Set.of(Choice.RECONCILE, Choice.SET_ASIDE, Choice.STOP);

    final RecipientQueue queue;
    final DeviceSelection device;
    final CeremonyProgress progress = new CeremonyProgress();
    private final Listeners<RunListener> listeners = new Listeners<>();

    private RunPhase phase = RunPhase.PREPARING;
    private Instruction instruction = new Instruction.None();
    private Deadline instructionEnd = Deadline.in(Duration.ZERO);
    private Problem notice;
    private boolean directoryOut;
    private volatile RunSnapshot latest;

    ManualRunState(RecipientQueue queue, DeviceSelection device) {
        this.queue = queue;
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

    /** Returns whether the current recipient can give way to another. */
    boolean canGoElsewhere() {
        return allows(Choice.SKIP_USER) && phase != RunPhase.WORKING;
    }

    private Set<Choice> choicesNow() {
        return switch (phase) {
            case REMOVE_FAILED -> isUnclear() ? Set.of(Choice.STOP) : CHOICES.get(phase);
            case DEVICE_PULLED -> isUnclear() ? PULLED_UNCLEAR : CHOICES.get(phase);
            case WORKING -> isOperatorAwaited() ? Set.of(Choice.SKIP_USER, Choice.STOP) : CHOICES.get(phase);
            case CHOOSE_DEVICE -> device.canBeTouched() ? CHOICES.get(phase) : CHOICES.get(RunPhase.INSERT_DEVICE);
            default -> CHOICES.get(phase);
        };
    }

    /** A recipient who is unclear gets no other device before that is reconciled: it could become a second passkey. */
    private boolean isUnclear() {
        return queue.current()
                .filter(recipient -> recipient.outcome() == Outcome.UNCLEAR)
                .isPresent();
    }

    private boolean isOperatorAwaited() {
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

    /** Nothing goes on until the directory is back, unless a device is waited for or worked on meanwhile. */
    void directoryIsOut(Problem why, boolean news) {
        if (isOver()) {
            return;
        }
        if (phase == RunPhase.PREPARING || phase == RunPhase.DIRECTORY_OUT) {
            enter(RunPhase.DIRECTORY_OUT, Optional.of(why));
        } else {
            notice(Optional.of(why));
        }
        if (news) {
            directoryOut = true;
            report(new RunEvent.DirectoryOut(why));
        }
    }

    void directoryIsBack() {
        if (isOver()) {
            return;
        }
        if (phase == RunPhase.DIRECTORY_OUT) {
            enter(RunPhase.PREPARING);
        }
        if (notice != null && Outages.isNotice(notice)) {
            notice(Optional.empty());
        }
        if (directoryOut) {
            directoryOut = false;
            report(new RunEvent.DirectoryBack());
        }
    }

    void instruct(Instruction next) {
        if (next.equals(instruction)) {
            return;
        }
        instruction = next;
        instructionEnd = Deadline.in(next.left());
        publish();
        report(new RunEvent.Instructed(next));
    }

    void publish() {
        RunSnapshot now = compose();
        latest = now;
        listeners.post(listener -> listener.changed(now));
        listeners.deliver();
    }

    void report(RunEvent event) {
        listeners.post(listener -> listener.happened(event));
        listeners.deliver();
    }

    void follow(RunListener listener) {
        listeners.add(listener, added -> added.changed(latest));
        listeners.deliver();
    }

    RunSnapshot latest() {
        return latest;
    }

    private RunSnapshot compose() {
        return new RunSnapshot(
                queue.request(),
                phase,
                queue.current(),
                queue.next(),
                device.shown(),
                progress.steps(),
                phase == RunPhase.CHOOSE_DEVICE ? device.candidates() : List.of(),
                choicesNow(),
                instruction.with(instructionEnd.remaining()),
                Optional.ofNullable(notice),
                queue.latestSettled(SHOWN_DONE));
    }
}
