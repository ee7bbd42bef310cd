package org.keyhopper.core.internal.run;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.run.RunPhase;

/** Looks at a device once more after the work on it, so that the desk shows what became of it and not what it was. */
record Reidentification(Devices devices, DeviceSelection device, ManualRunState view, Executor run) {

    private static final Set<RunPhase> AFTERWARDS = Set.of(RunPhase.REMOVE_PROVISIONED, RunPhase.REMOVE_FAILED);

    /**
     * Looks, and shows it unless the device is out by then. One that was put back in the place of the right one is nobody's
     * business and is left alone. On the run's thread; returns at once.
     */
    void after(OutcomeRecord outcome) {
        boolean another = outcome.problem()
                .filter(problem -> problem.is(DeviceProblem.DIFFERENT_DEVICE))
                .isPresent();
        if (!another) {
            take();
        }
    }

    private void take() {
        device.toBeTakenOut().filter(link -> AFTERWARDS.contains(view.phase())).ifPresent(link -> devices.identify(link)
                .thenAccept(facts -> run.execute(() -> took(link, facts))));
    }

    private void took(LinkId link, DeviceFacts facts) {
        boolean late =
                !AFTERWARDS.contains(view.phase()) || !device.toBeTakenOut().equals(Optional.of(link));
        if (!late && facts.info().isPresent()) {
            device.identified(facts);
            view.publish();
        }
    }
}
