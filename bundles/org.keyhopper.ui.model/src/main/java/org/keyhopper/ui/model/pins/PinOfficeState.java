package org.keyhopper.ui.model.pins;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The view state of the PIN office.
 *
 * @param summary how many PINs are in which state
 * @param busy whether PINs are being released
 */
public record PinOfficeState(String title, String summary, List<PinRow> rows, boolean busy, Optional<Notice> notice) {
    public PinOfficeState {
        rows = List.copyOf(rows);
    }

    PinOfficeState with(boolean nowBusy, Optional<Notice> next) {
        return new PinOfficeState(title, summary, rows, nowBusy, next);
    }
}
