package org.keyhopper.ui.model.check;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The check before a run, as long as the operator waits for it or has to decide.
 *
 * @param title which request
 * @param progress how far the look-ups are, or what was found
 * @param looked how many were looked up
 * @param total how many there are
 * @param notice why nothing moves
 * @param rows about whom to decide; empty while it is under way
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

    /** Returns whether the operator decides now. */
    public boolean isDeciding() {
        return !rows.isEmpty();
    }
}
