package org.keyhopper.ui.model.manual;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.core.run.RunMoment;
import org.keyhopper.ui.model.Heading;

/**
 * The view state of the Manual perspective.
 *
 * @param moment of the run; a choice is valid only for the moment that the operator saw
 * @param candidates the devices to choose from; empty if there is no ambiguity
 * @param main the buttons below the steps, the default one first
 * @param side the buttons below the recipient
 * @param ending the buttons that end the run, during a run
 * @param notice why the run waits, if it does
 */
public record ManualState(
        RunMoment moment,
        Heading heading,
        Stage stage,
        Optional<PersonPanel> person,
        Optional<Progress> progress,
        List<StepRow> steps,
        Optional<DevicePanel> device,
        List<CandidateRow> candidates,
        List<ActionButton> main,
        List<ActionButton> side,
        List<ActionButton> ending,
        Optional<String> notice,
        List<CompletedRow> done) {
    public ManualState {
        steps = List.copyOf(steps);
        candidates = List.copyOf(candidates);
        main = List.copyOf(main);
        side = List.copyOf(side);
        ending = List.copyOf(ending);
        done = List.copyOf(done);
    }

    /** Returns whether there is no run. */
    public boolean isIdle() {
        return progress.isEmpty();
    }

    /** Returns the action that Enter triggers, if any. */
    public Optional<ManualAction> defaultAction() {
        return main.stream()
                .filter(button -> button.weight() == ActionButton.Weight.DEFAULT)
                .map(ActionButton::action)
                .findFirst();
    }

    /** Returns whether the action is available. */
    public boolean offers(ManualAction action) {
        return Stream.of(main, side, ending).flatMap(List::stream).anyMatch(button -> button.action() == action);
    }
}
