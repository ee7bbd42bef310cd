package org.keyhopper.ui.model.automatic;

import java.util.List;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.manual.Stage;
import org.keyhopper.ui.model.manual.StepRow;

/**
 * One printer of a run.
 *
 * @param printer its place in the order, from 0
 * @param caption name, encoder and reader
 * @param status a word or two for what it is doing
 * @param stage what happens or what to do now
 * @param code the printer's own words for its trouble; may be empty
 * @param steps of the ceremony under way
 * @param checks what was looked at, while it is
 */
public record PrinterView(
        int printer,
        String caption,
        String status,
        Tint tint,
        CardPath path,
        Stage stage,
        String code,
        List<StepRow> steps,
        List<SetupScreen.CheckRow> checks,
        List<PrinterButton> buttons) {

    public PrinterView {
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
        buttons = List.copyOf(buttons);
    }

    /** Returns whether somebody has to do something at this printer. */
    public boolean isWaitingForSomebody() {
        return !buttons.isEmpty();
    }
}
