package org.keyhopper.ui.model.devices;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * Everything the inventory shows.
 *
 * @param total how many there are, shown or not
 * @param sentence how many are shown of how many, or that there are none
 */
public record InventoryState(int total, String sentence, List<InventoryRow> rows, Optional<Notice> notice) {
    public InventoryState {
        rows = List.copyOf(rows);
    }
}
