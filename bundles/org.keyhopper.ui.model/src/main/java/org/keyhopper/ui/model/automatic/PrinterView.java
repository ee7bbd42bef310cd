package org.keyhopper.ui.model.automatic;

import java.util.List;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.manual.Stage;
import org.keyhopper.ui.model.manual.StepRow;

/**
 * One printer of a run.
 *
 * @param index index of the printer, from 0
 * @param caption name, encoder and reader
 * @param status what it is doing, in a word or two
 * @param stage the current step or instruction
 * @param code the printer's own error text; may be empty
 * @param steps of the current ceremony
 * @param checks the readiness checks, while they are being performed
 */
public record PrinterView(
        int index,
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

    /** Returns whether this printer needs the operator. */
    public boolean needsOperator() {
        return !buttons.isEmpty();
    }
}
