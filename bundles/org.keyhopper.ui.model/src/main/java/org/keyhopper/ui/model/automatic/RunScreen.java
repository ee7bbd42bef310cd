package org.keyhopper.ui.model.automatic;

import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.Tally;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.manual.Stage;

/**
 * A printer run.
 *
 * @param printers its printers
 * @param people current, completed and next recipients, in this order
 * @param progress the progress of the run
 * @param buttons for the whole run; the space bar triggers the first one
 * @param notice why the run waits, or other information
 * @param end the result, once the run is over
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
     * The progress of a run.
     *
     * @param number how many are provisioned
     * @param of the text after the number, such as "of 120"
     * @param counts one line per outcome
     * @param speeds throughput and estimated end
     */
    public record Progress(Tally tally, String number, String of, List<Line> counts, List<Line> speeds) {
        public Progress {
            counts = List.copyOf(counts);
            speeds = List.copyOf(speeds);
        }
    }

    /** A value with its label. */
    public record Line(String label, String value) {}

    public boolean isOver() {
        return end.isPresent();
    }

    /** Returns the problem of the run, or else of a printer. */
    @Override
    public Optional<String> problem() {
        return notice.flatMap(Notice::problem).or(() -> printers.stream()
                .flatMap(printer -> printer.stage().problem().stream())
                .findFirst());
    }

    /** Returns whether the action is available. */
    public boolean offers(AutomaticAction action) {
        return buttons.stream().anyMatch(button -> button.action() == action);
    }
}
