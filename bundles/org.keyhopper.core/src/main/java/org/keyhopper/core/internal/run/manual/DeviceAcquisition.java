package org.keyhopper.core.internal.run.manual;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.internal.run.DeviceEligibility;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunEvent.Movement;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;

/**
 * Acquires the device for the current recipient: waits until the last one is taken out and another is put in, has one of
 * several chosen, and identifies it. On the run's thread.
 */
final class DeviceAcquisition {

    private static final Set<RunPhase> AFTERWARDS = Set.of(RunPhase.REMOVE_PROVISIONED, RunPhase.REMOVE_FAILED);

    private final Devices devices;
    private final ManualRunState state;
    private final DeviceSelection device;
    private final Executor run;
    private final Supplier<List<CeremonyStep>> plan;
    private final DeviceChooser chooser;

    private LinkId identifying;
    private List<LinkDescription> offered = List.of();

    /** @param plan returns the steps for the device as it is; called once it is identified and eligible */
    DeviceAcquisition(Devices devices, ManualRunState state, Executor run, Supplier<List<CeremonyStep>> plan) {
        this.devices = devices;
        this.state = state;
        this.device = state.device;
        this.run = run;
        this.plan = plan;
        this.chooser = new DeviceChooser(devices, state, run);
    }

    void begin() {
        chooser.end();
        device.forgetFacts();
        state.progress.clear();
        if (device.mustBeTakenOut()) {
            state.enter(RunPhase.REMOVE_DEVICE);
            state.report(new RunEvent.Waiting(Movement.REMOVE));
            return;
        }
        device.candidate().ifPresentOrElse(this::identify, this::askForDevice);
    }

    /** Ends a wait for a touch. */
    void end() {
        chooser.end();
    }

    private void askForDevice() {
        if (device.candidates().isEmpty()) {
            state.enter(RunPhase.INSERT_DEVICE, device.obstacle());
            state.report(new RunEvent.Waiting(Movement.INSERT));
        } else {
            offered = device.candidates();
            state.enter(RunPhase.CHOOSE_DEVICE, Optional.of(Problem.of(RunProblem.SEVERAL_DEVICES)));
            state.report(new RunEvent.Choosing(offered));
        }
    }

    /** Selects one of the candidates. */
    void select(LinkId link) {
        if (isCandidate(link)) {
            device.select(link);
            begin();
        }
    }

    void wink(LinkId link) {
        if (isCandidate(link)) {
            chooser.wink(link);
        }
    }

    /** Has one of the candidates selected by touch. */
    void awaitTouch() {
        chooser.awaitTouch(device.touchable(), this::select);
    }

    private boolean isCandidate(LinkId link) {
        return state.phase() == RunPhase.CHOOSE_DEVICE
                && device.candidates().stream().anyMatch(each -> each.id().equals(link));
    }

    private void identify(LinkId link) {
        identifying = link;
        state.enter(RunPhase.IDENTIFYING);
        long began = System.nanoTime();
        devices.identify(link).whenComplete((facts, failure) -> {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            run.execute(() -> identified(link, facts, took));
        });
    }

    /** A late result for another device than the one being identified is ignored. */
    private void identified(LinkId link, DeviceFacts facts, Duration took) {
        if (state.phase() != RunPhase.IDENTIFYING || !link.equals(identifying)) {
            return;
        }
        if (facts.obstacle().filter(problem -> problem.is(DeviceProblem.GONE)).isPresent()) {
            device.doneWith(link);
            begin();
            return;
        }
        device.identified(facts);
        state.progress.identified(took);
        state.report(new RunEvent.StepDone(state.queue.current().orElseThrow(), CeremonyStep.IDENTIFY, took));
        RunPhase next = DeviceEligibility.of(facts, state.queue.request().profile());
        if (next == RunPhase.READY) {
            state.progress.planned(plan.get());
        }
        state.enter(next, facts.warnings().stream().findFirst());
    }

    /** The connected devices have changed. */
    void devicesChanged() {
        switch (state.phase()) {
            case INSERT_DEVICE -> {
                if (device.candidate().isPresent() || !device.candidates().isEmpty()) {
                    begin();
                } else {
                    state.notice(device.obstacle());
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

    /**
     * Identifies the device again after a ceremony, so that its state afterwards is shown; not one that was put back in place
     * of the right one. Returns at once.
     */
    void identifyAfter(OutcomeRecord outcome) {
        boolean another = outcome.problem()
                .filter(problem -> problem.is(DeviceProblem.DIFFERENT_DEVICE))
                .isPresent();
        if (!another && isAfterwards()) {
            device.toBeTakenOut().ifPresent(link -> devices.identify(link)
                    .thenAccept(facts -> run.execute(() -> identifiedAfter(link, facts))));
        }
    }

    private void identifiedAfter(LinkId link, DeviceFacts facts) {
        boolean isStillIn = isAfterwards() && device.toBeTakenOut().equals(Optional.of(link));
        if (isStillIn && facts.info().isPresent()) {
            device.identified(facts);
            state.publish();
        }
    }

    private boolean isAfterwards() {
        return AFTERWARDS.contains(state.phase());
    }
}
