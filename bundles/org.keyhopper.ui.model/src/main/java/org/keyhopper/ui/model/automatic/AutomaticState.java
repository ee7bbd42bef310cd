package org.keyhopper.ui.model.automatic;

import java.util.Optional;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.manual.Stage;

/** The view state of the Automatic perspective. */
public record AutomaticState(Heading heading, Screen screen) {

    /** The content below the header. */
    public sealed interface Screen permits Idle, SetupScreen, RunScreen {

        /** Returns the code of the problem that help explains first, if there is one. */
        Optional<String> problem();
    }

    /** No request is selected, or a run could not be started. */
    public record Idle(Stage stage, AutomaticButton button) implements Screen {

        @Override
        public Optional<String> problem() {
            return stage.problem();
        }
    }
}
