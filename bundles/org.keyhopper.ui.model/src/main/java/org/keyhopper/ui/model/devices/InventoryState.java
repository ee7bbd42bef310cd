package org.keyhopper.ui.model.devices;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The view state of the inventory.
 *
 * @param total number of entries, shown or not
 * @param sentence how many entries are shown, or that there are none
 */
public record InventoryState(int total, String sentence, List<InventoryRow> rows, Optional<Notice> notice) {
    public InventoryState {
        rows = List.copyOf(rows);
    }
}
