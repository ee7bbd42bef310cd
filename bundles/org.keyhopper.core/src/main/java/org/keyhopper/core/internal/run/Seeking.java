package org.keyhopper.core.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunEvent.Movement;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;

/**
 * How the device of the current turn is found: the last one taken out, one put in, the right one of several chosen, and that
 * one identified. On the run's thread.
 */
final class Seeking {

    private final Devices devices;
    private final Turns turns;
    private final DeskDevice device;
    private final DeskView view;
    private final Executor run;
    private final Supplier<List<CeremonyStep>> plan;
    private final Candidates candidates;

    private LinkId identifying;
    private List<LinkDescription> offered = List.of();

    /** @param plan what would be done with the device as it is; asked when it is known and fits */
    Seeking(
            Devices devices,
            Turns turns,
            DeskDevice device,
            DeskView view,
            Executor run,
            Supplier<List<CeremonyStep>> plan) {
        this.devices = devices;
        this.turns = turns;
        this.device = device;
        this.view = view;
        this.run = run;
        this.plan = plan;
        this.candidates = new Candidates(devices, view, run);
    }

    void begin() {
        candidates.end();
        device.forgetFacts();
        view.progress.clear();
        if (device.mustBeTakenOut()) {
            view.enter(RunPhase.REMOVE_DEVICE);
            view.tell(new RunEvent.Waiting(Movement.REMOVE));
            return;
        }
        device.candidate().ifPresentOrElse(this::identify, this::askForDevice);
    }

    /** Nobody is asked to touch or choose any more. */
    void end() {
        candidates.end();
    }

    private void askForDevice() {
        if (device.candidates().isEmpty()) {
            view.enter(RunPhase.INSERT_DEVICE, device.obstacle());
            view.tell(new RunEvent.Waiting(Movement.INSERT));
        } else {
            offered = device.candidates();
            view.enter(RunPhase.CHOOSE_DEVICE, Optional.of(Problem.of(RunProblem.SEVERAL_DEVICES)));
            view.tell(new RunEvent.Choosing(offered));
        }
    }

    /** The operator says which of the candidates is meant. */
    void pick(LinkId link) {
        if (isCandidate(link)) {
            device.pick(link);
            begin();
        }
    }

    void blink(LinkId link) {
        if (isCandidate(link)) {
            candidates.blink(link);
        }
    }

    /** The operator says it by touching one of them. */
    void awaitTouch() {
        candidates.awaitTouch(device.touchable(), this::pick);
    }

    private boolean isCandidate(LinkId link) {
        return view.phase() == RunPhase.CHOOSE_DEVICE
                && device.candidates().stream().anyMatch(each -> each.id().equals(link));
    }

    private void identify(LinkId link) {
        identifying = link;
        view.enter(RunPhase.IDENTIFYING);
        long began = System.nanoTime();
        devices.identify(link).whenComplete((facts, failure) -> {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            run.execute(() -> identified(link, facts, took));
        });
    }

    /** Late news of a device that is not the one being looked at any more is no news. */
    private void identified(LinkId link, DeviceFacts facts, Duration took) {
        if (view.phase() != RunPhase.IDENTIFYING || !link.equals(identifying)) {
            return;
        }
        if (facts.obstacle().filter(problem -> problem.is(DeviceProblem.GONE)).isPresent()) {
            device.doneWith(link);
            begin();
            return;
        }
        device.identified(facts);
        view.progress.identified(took);
        view.tell(new RunEvent.StepDone(turns.current().orElseThrow(), CeremonyStep.IDENTIFY, took));
        RunPhase next = DeviceVerdict.on(facts, turns.request().profile());
        if (next == RunPhase.READY) {
            view.progress.planned(plan.get());
        }
        view.enter(next, facts.warnings().stream().findFirst());
    }

    /** Other devices are there than before. */
    void devicesChanged() {
        switch (view.phase()) {
            case INSERT_DEVICE -> {
                if (device.candidate().isPresent() || !device.candidates().isEmpty()) {
                    begin();
                } else {
                    view.notice(device.obstacle());
                }
            }
            case CHOOSE_DEVICE -> beginIf(!device.candidates().equals(offered));
            case IDENTIFYING -> beginIf(!device.candidate().equals(Optional.of(identifying)));
            case READY, ALREADY_PROVISIONED, UNUSABLE_DEVICE -> beginIf(device.isOutdated());
            case REMOVE_DEVICE -> beginIf(!device.mustBeTakenOut());
            default -> {}
        }
    }

    private void beginIf(boolean outdated) {
        if (outdated) {
            begin();
        }
    }
}
