package org.keyhopper.ui.model.manual;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.core.run.RunMoment;
import org.keyhopper.ui.model.Heading;

/**
 * Everything the Manual place shows.
 *
 * @param moment of the run; what is chosen with this before the operator counts for it only
 * @param candidates the devices of which the operator has to say which one is meant; empty when there is no doubt
 * @param main the buttons below the steps, the default one first
 * @param side the buttons below the person
 * @param ending the buttons that end the run, while there is one
 * @param notice why nothing moves, if so
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

    /** Returns whether no request is worked on. */
    public boolean isIdle() {
        return progress.isEmpty();
    }

    /** Returns what Enter does, if anything. */
    public Optional<ManualAction> defaultAction() {
        return main.stream()
                .filter(button -> button.weight() == ActionButton.Weight.DEFAULT)
                .map(ActionButton::action)
                .findFirst();
    }

    /** Returns whether the action can be taken now. */
    public boolean offers(ManualAction action) {
        return Stream.of(main, side, ending).flatMap(List::stream).anyMatch(button -> button.action() == action);
    }
}
