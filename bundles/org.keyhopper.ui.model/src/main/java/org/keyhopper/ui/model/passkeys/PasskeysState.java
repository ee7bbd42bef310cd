package org.keyhopper.ui.model.passkeys;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The view state of the passkeys dialog.
 *
 * @param busy whether the directory is being queried
 * @param trial the passkey whose sign-in page was opened, until the operator said how it went
 */
public record PasskeysState(boolean busy, List<PasskeyRow> rows, Optional<String> trial, Optional<Notice> notice) {
    public PasskeysState {
        rows = List.copyOf(rows);
    }
}
