package org.keyhopper.ui.model.assistant;

import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.RequestId;

/**
 * The view state of the assistant.
 *
 * @param shown whether it takes the place of the list of requests
 * @param text what to do in this step, or what has been done
 * @param fulfilled whether the step's aim is reached, so that it is left by Next instead of Skip
 * @param request the request whose first person is provisioned in {@link AssistantStep#DEVICE}; empty when there is
 *     none with open people
 */
public record AssistantState(
        boolean shown,
        AssistantStep step,
        List<StepRow> steps,
        String title,
        String text,
        boolean fulfilled,
        Optional<RequestId> request) {

    public AssistantState {
        steps = List.copyOf(steps);
    }

    /** Returns whether there is a step before. */
    public boolean canGoBack() {
        return step != AssistantStep.DIRECTORY && step != AssistantStep.DONE;
    }

    /**
     * A step in the overview.
     *
     * @param label its number and name
     */
    public record StepRow(String label, boolean done, boolean current) {}
}
