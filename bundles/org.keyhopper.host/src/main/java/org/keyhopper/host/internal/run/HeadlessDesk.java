package org.keyhopper.host.internal.run;

import java.util.concurrent.CompletableFuture;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;

/** Chooses in place of a person. Called on the run's thread. */
final class HeadlessDesk implements RunListener {

    private final CompletableFuture<Run> run;
    private final OnProvisioned onProvisioned;
    private RunPhase chosenIn = RunPhase.PREPARING;

    /** @param run completed as soon as there is one */
    HeadlessDesk(CompletableFuture<Run> run, OnProvisioned onProvisioned) {
        this.run = run;
        this.onProvisioned = onProvisioned;
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
            case UNUSABLE_DEVICE -> choose(isUnreadable(snapshot) ? Choice.TRY_NEW_DEVICE : Choice.FAIL_USER);
            default -> {}
        }
    }

    @Override
    public void happened(RunEvent event) {
        // Choices follow from the phase alone.
    }

    /** A device that answers nonsense says nothing about the person: another one, or the same once more, may do. */
    private static boolean isUnreadable(RunSnapshot snapshot) {
        return snapshot.device()
                .flatMap(DeviceFacts::obstacle)
                .filter(problem -> problem.is(DeviceProblem.PROTOCOL_ERROR))
                .isPresent();
    }

    private void choose(Choice choice) {
        run.thenAccept(started -> started.choose(choice));
    }
}
