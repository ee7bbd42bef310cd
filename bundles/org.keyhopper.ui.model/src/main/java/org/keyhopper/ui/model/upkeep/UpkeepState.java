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
public record UpkeepState(
        String site, boolean busy, List<UpkeepRow> rows, boolean untrusted, boolean updates, Optional<Notice> notice) {
    public UpkeepState {
        rows = List.copyOf(rows);
    }

    UpkeepState at(String next) {
        return new UpkeepState(next, busy, rows, untrusted, updates, notice);
    }

    UpkeepState working(Notice next) {
        return new UpkeepState(site, true, rows, untrusted, updates, Optional.of(next));
    }

    UpkeepState told(Notice next) {
        return new UpkeepState(site, false, rows, untrusted, updates, Optional.of(next));
    }
}
