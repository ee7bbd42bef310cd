package org.keyhopper.ui.model.passkeys;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The view state of the passkeys dialog.
 *
 * @param busy whether the directory is being queried
 */
public record PasskeysState(boolean busy, List<PasskeyRow> rows, Optional<Notice> notice) {
    public PasskeysState {
        rows = List.copyOf(rows);
    }
}
