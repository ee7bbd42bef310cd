package org.keyhopper.core.internal.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;

/** What the desk shows of a run, and what may be chosen in which phase. Written by the run's thread, read by any. */
final class DeskView {

    private static final int SHOWN_NEXT = 5;
    private static final int SHOWN_DONE = 5;

    private static final Map<RunPhase, Set<Choice>> CHOICES = choices();

    private final Turns turns;
    private final DeskDevice device;
    private final Followers followers = new Followers();
    final Progress progress = new Progress();

    private RunPhase phase = RunPhase.PREPARING;
    private Instruction instruction = new Instruction.None();
    private Problem notice;
    private volatile RunSnapshot latest;

    DeskView(Turns turns, DeskDevice device) {
        this.turns = turns;
        this.device = device;
        this.latest = compose();
    }

    private static Map<RunPhase, Set<Choice>> choices() {
        Map<RunPhase, Set<Choice>> map = new EnumMap<>(RunPhase.class);
        map.put(RunPhase.PREPARING, Set.of(Choice.STOP));
        map.put(RunPhase.INSERT_DEVICE, Set.of(Choice.SKIP_USER, Choice.STOP));
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
        map.put(RunPhase.COMPLETED, Set.of());
        map.put(RunPhase.HALTED, Set.of());
        return map;
    }

    RunPhase phase() {
        return phase;
    }

    boolean allows(Choice choice) {
        return CHOICES.get(phase).contains(choice);
    }

    void enter(RunPhase next) {
        phase = next;
        instruction = new Instruction.None();
        notice = null;
        publish();
    }

    void halt(Problem why) {
        phase = RunPhase.HALTED;
        instruction = new Instruction.None();
        notice = why;
        publish();
    }

    void notice(Problem problem) {
        notice = problem;
        publish();
    }

    void instruct(Instruction next) {
        instruction = next;
        publish();
    }

    void publish() {
        latest = compose();
        followers.changed(latest);
    }

    void tell(RunEvent event) {
        followers.happened(event);
    }

    void follow(RunListener listener) {
        followers.add(listener);
        listener.changed(latest);
    }

    RunSnapshot latest() {
        return latest;
    }

    private RunSnapshot compose() {
        return new RunSnapshot(
                turns.request(),
                phase,
                turns.current(),
                turns.next(SHOWN_NEXT),
                device.facts(),
                progress.steps(),
                CHOICES.get(phase),
                instruction,
                Optional.ofNullable(notice),
                turns.justDone(SHOWN_DONE));
    }
}
