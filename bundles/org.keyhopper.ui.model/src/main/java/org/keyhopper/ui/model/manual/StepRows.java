package org.keyhopper.ui.model.manual;

import java.util.List;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Messages;

/** Composes the steps of a ceremony. */
public final class StepRows {

    private final Messages messages;

    public StepRows(Messages messages) {
        this.messages = messages;
    }

    List<StepRow> of(RunSnapshot run) {
        String name = run.current().map(state -> state.recipient().name()).orElse("");
        return of(run.steps(), run.request(), name);
    }

    /** Composes the steps of a ceremony for the named recipient of the request. */
    public List<StepRow> of(List<StepProgress> steps, ProvisioningRequest request, String name) {
        return steps.stream()
                .map(step -> new StepRow(
                        step.state(), text(step, request, name), DisplayText.time(step.took(), messages.locale())))
                .toList();
    }

    private String text(StepProgress step, ProvisioningRequest request, String name) {
        String tense = step.state() == StepProgress.State.DONE ? ".done" : "";
        String key = "step." + key(step.step(), request.profile()) + tense;
        return messages.text(key, request.directory(), name);
    }

    private static String key(CeremonyStep step, Profile profile) {
        if (step == CeremonyStep.PIN && profile.pin() instanceof PinRule.Keep) {
            return "pin.keep";
        }
        if (step == CeremonyStep.FINISH && profile.wants(Profile.Option.FORCE_PIN_CHANGE)) {
            return "finish.forced";
        }
        return step.id();
    }
}
