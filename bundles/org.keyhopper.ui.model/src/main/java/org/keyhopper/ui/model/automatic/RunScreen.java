package org.keyhopper.ui.model.automatic;

import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.Tally;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.manual.Stage;

/**
 * A run through printers.
 *
 * @param printers its printers
 * @param people under way, done and to come, in this order
 * @param progress how far it is
 * @param buttons for the whole run, the first one done by the space bar
 * @param notice why nothing moves, or what to know
 * @param end what it came to, once it is over
 */
public record RunScreen(
        List<PrinterView> printers,
        List<PeopleRow> people,
        Progress progress,
        List<AutomaticButton> buttons,
        Optional<Notice> notice,
        Optional<Stage> end)
        implements AutomaticState.Screen {

    public RunScreen {
        printers = List.copyOf(printers);
        people = List.copyOf(people);
        buttons = List.copyOf(buttons);
    }

    /**
     * How far a run is.
     *
     * @param number how many are provisioned
     * @param of the words after it, such as "of 120"
     * @param counts one line per outcome
     * @param speeds how fast it is and when it ends
     */
    public record Progress(Tally tally, String number, String of, List<Line> counts, List<Line> speeds) {
        public Progress {
            counts = List.copyOf(counts);
            speeds = List.copyOf(speeds);
        }
    }

    /** A value with its name. */
    public record Line(String label, String value) {}

    public boolean isOver() {
        return end.isPresent();
    }

    /** Returns whether the action can be taken now. */
    public boolean offers(AutomaticAction action) {
        return buttons.stream().anyMatch(button -> button.action() == action);
    }
}
