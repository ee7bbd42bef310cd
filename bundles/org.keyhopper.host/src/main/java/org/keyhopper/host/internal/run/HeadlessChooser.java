package org.keyhopper.host.internal.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;

/** Makes the operator's choices by rule. Called on the run's thread. */
final class HeadlessChooser implements RunListener {

    private final CompletableFuture<Run> run;
    private final OnProvisioned onProvisioned;
    private final Consumer<Problem> notices;
    private RunPhase chosenIn = RunPhase.PREPARING;

    /**
     * @param run completed when the run exists
     * @param notices receives why another device is awaited
     */
    HeadlessChooser(CompletableFuture<Run> run, OnProvisioned onProvisioned, Consumer<Problem> notices) {
        this.run = run;
        this.onProvisioned = onProvisioned;
        this.notices = notices;
    }

    @Override
    public void changed(RunSnapshot snapshot) {
        if (snapshot.phase() == chosenIn) {
            return;
        }
        chosenIn = snapshot.phase();
        switch (snapshot.phase()) {
            case READY -> choose(Choice.PROVISION);
            case ALREADY_PROVISIONED -> choose(onProvisioned.choice().orElse(Choice.FAIL_USER));
            case UNUSABLE_DEVICE ->
                unreached(snapshot).ifPresentOrElse(this::tryAnother, () -> choose(Choice.FAIL_USER));
            case DEVICE_PULLED -> setAside(snapshot);
            case REMOVE_PROVISIONED, REMOVE_FAILED -> endAfterLast(snapshot);
            default -> {}
        }
    }

    @Override
    public void happened(RunEvent event) {
        // Choices depend on the phase only.
    }

    /**
     * Returns why the device could not be identified. A malformed response or denied access says nothing about the
     * recipient: another device, or the same one again, may work.
     */
    private static Optional<Problem> unreached(RunSnapshot snapshot) {
        return snapshot.device()
                .flatMap(DeviceFacts::obstacle)
                .filter(problem -> problem.is(DeviceProblem.PROTOCOL_ERROR) || problem.is(DeviceProblem.ACCESS_DENIED));
    }

    private void tryAnother(Problem why) {
        notices.accept(why);
        choose(Choice.TRY_NEW_DEVICE);
    }

    /** Leaves the recipient unchanged; the output tells the user to set the device aside. */
    private void setAside(RunSnapshot snapshot) {
        String person =
                snapshot.current().map(state -> state.recipient().name()).orElse("");
        notices.accept(Problem.of(RunProblem.TAKEN_OUT_EARLY, person));
        choose(Choice.SET_ASIDE);
    }

    /** The last device need not be removed. */
    private void endAfterLast(RunSnapshot snapshot) {
        if (snapshot.next().isEmpty()) {
            choose(Choice.STOP);
        }
    }

    private void choose(Choice choice) {
        run.thenAccept(started -> started.choose(choice));
    }
}
