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

/** Chooses in place of a person. Called on the run's thread. */
final class HeadlessChooser implements RunListener {

    private final CompletableFuture<Run> run;
    private final OnProvisioned onProvisioned;
    private final Consumer<Problem> teller;
    private RunPhase chosenIn = RunPhase.PREPARING;

    /**
     * @param run completed as soon as there is one
     * @param teller says why another device is waited for
     */
    HeadlessChooser(CompletableFuture<Run> run, OnProvisioned onProvisioned, Consumer<Problem> teller) {
        this.run = run;
        this.onProvisioned = onProvisioned;
        this.teller = teller;
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
        // Choices follow from the phase alone.
    }

    /**
     * Returns why nothing is known of the device. Neither one that answers nonsense nor one that may not be opened says
     * anything about the person: another one, or the same once more, may do.
     */
    private static Optional<Problem> unreached(RunSnapshot snapshot) {
        return snapshot.device()
                .flatMap(DeviceFacts::obstacle)
                .filter(problem -> problem.is(DeviceProblem.PROTOCOL_ERROR) || problem.is(DeviceProblem.ACCESS_DENIED));
    }

    private void tryAnother(Problem why) {
        teller.accept(why);
        choose(Choice.TRY_NEW_DEVICE);
    }

    /** The person stays as they are; whoever reads the output puts the device aside. */
    private void setAside(RunSnapshot snapshot) {
        String person =
                snapshot.current().map(state -> state.recipient().name()).orElse("");
        teller.accept(Problem.of(RunProblem.TAKEN_OUT_EARLY, person));
        choose(Choice.SET_ASIDE);
    }

    /** Nobody has to take the last device out. */
    private void endAfterLast(RunSnapshot snapshot) {
        if (snapshot.next().isEmpty()) {
            choose(Choice.STOP);
        }
    }

    private void choose(Choice choice) {
        run.thenAccept(started -> started.choose(choice));
    }
}
