package org.keyhopper.ui.model.requests;

import java.util.List;
import java.util.Optional;

/**
 * The view state of the import dialog.
 *
 * @param file its name; empty before one was chosen
 * @param count the number of rows, in words
 * @param faults each with line and column
 * @param missing why the request cannot be created; empty when it can
 */
public record ImportState(
        RequestDraft draft,
        String file,
        String count,
        List<String> faults,
        List<String> directories,
        Optional<String> missing) {
    public ImportState {
        faults = List.copyOf(faults);
        directories = List.copyOf(directories);
    }
}
