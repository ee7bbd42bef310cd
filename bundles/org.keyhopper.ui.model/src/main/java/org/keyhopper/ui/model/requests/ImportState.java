package org.keyhopper.ui.model.requests;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The view state of the import dialog.
 *
 * @param file its name; empty before one was chosen
 * @param count the number of rows, in words
 * @param columns those of the file, and which of them are used
 * @param faults each with line and column
 * @param missing why the request cannot be created; empty when it can
 */
public record ImportState(
        RequestDraft draft,
        String file,
        String count,
        Columns columns,
        List<String> faults,
        List<String> directories,
        Optional<String> missing) {
    public ImportState {
        faults = List.copyOf(faults);
        directories = List.copyOf(directories);
    }

    /**
     * The columns of the file.
     *
     * @param names in their order
     * @param used the name of the file's column by that of ours
     */
    public record Columns(List<String> names, Map<String, String> used) {

        static final Columns NONE = new Columns(List.of(), Map.of());

        public Columns {
            names = List.copyOf(names);
            used = Map.copyOf(used);
        }
    }
}
