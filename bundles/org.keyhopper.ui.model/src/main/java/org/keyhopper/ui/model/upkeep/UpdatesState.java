package org.keyhopper.ui.model.upkeep;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The dialog that looks after the product.
 *
 * @param site the address to look at
 * @param busy while a site is looked at or something is installed
 * @param untrusted whether whoever installs has to be asked because the content is not trusted
 * @param updates whether there is something newer
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

    UpdatesState told(Notice next) {
        return new UpdatesState(site, false, rows, untrusted, updates, Optional.of(next));
    }
}
