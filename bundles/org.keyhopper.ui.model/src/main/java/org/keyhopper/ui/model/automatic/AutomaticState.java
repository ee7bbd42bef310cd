package org.keyhopper.ui.model.automatic;

import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.manual.Stage;

/** Everything the Automatic place shows. */
public record AutomaticState(Heading heading, Screen screen) {

    /** What is shown below the heading. */
    public sealed interface Screen permits Idle, SetupScreen, RunScreen {}

    /** Nothing to do: no request is chosen, or a run could not be started. */
    public record Idle(Stage stage, AutomaticButton button) implements Screen {}
}
