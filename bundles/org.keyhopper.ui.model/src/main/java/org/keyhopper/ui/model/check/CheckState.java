package org.keyhopper.ui.model.check;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The check before a run, while it is in progress or waits for a decision.
 *
 * @param title names the request
 * @param progress the progress of the look-ups, or a summary of the findings
 * @param looked number of recipients looked up
 * @param total number of recipients
 * @param notice why the check waits
 * @param rows recipients to decide about; empty while in progress
 * @param start the label of the button that starts the run
 */
public record CheckState(
        String title,
        String progress,
        int looked,
        int total,
        Optional<Notice> notice,
        List<CheckRow> rows,
        String start) {

    public CheckState {
        rows = List.copyOf(rows);
    }

    /** Returns whether the check waits for the operator's decision. */
    public boolean isDeciding() {
        return !rows.isEmpty();
    }
}
