package org.keyhopper.ui.model.passkeys;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The dialog that shows somebody's passkeys.
 *
 * @param busy while the directory is asked
 */
public record PasskeysState(boolean busy, List<PasskeyRow> rows, Optional<Notice> notice) {
    public PasskeysState {
        rows = List.copyOf(rows);
    }
}
