package org.keyhopper.ui.model.updates;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The view state of the dialog.
 *
 * @param site the address of the update site
 * @param busy whether a site is being read or something is being installed
 * @param untrusted whether the content is not trusted, so that installing needs consent
 * @param updates whether updates are available
 */
public record UpdatesState(
        String site, boolean busy, List<UpdateRow> rows, boolean untrusted, boolean updates, Optional<Notice> notice) {
    public UpdatesState {
        rows = List.copyOf(rows);
    }

    UpdatesState at(String next) {
        return new UpdatesState(next, busy, rows, untrusted, updates, notice);
    }

    UpdatesState working(Notice next) {
        return new UpdatesState(site, true, rows, untrusted, updates, Optional.of(next));
    }

    UpdatesState withNotice(Notice next) {
        return new UpdatesState(site, false, rows, untrusted, updates, Optional.of(next));
    }
}
