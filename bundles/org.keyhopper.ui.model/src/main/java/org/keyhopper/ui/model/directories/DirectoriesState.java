package org.keyhopper.ui.model.directories;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The view state of the directories dialog.
 *
 * @param lines the configured directories; empty until they have been read
 * @param kinds the installed connectors
 * @param hint what to do next, where no form is open
 */
public record DirectoriesState(
        List<DirectoryRow> lines,
        List<Kind> kinds,
        String hint,
        Optional<DirectoryForm> form,
        Optional<Notice> notice) {

    /** A kind of directory that can be added. */
    public record Kind(String type, String name) {}

    public DirectoriesState {
        lines = List.copyOf(lines);
        kinds = List.copyOf(kinds);
    }

    DirectoriesState with(Optional<DirectoryForm> next) {
        return new DirectoriesState(lines, kinds, hint, next, Optional.empty());
    }

    DirectoriesState withNotice(Notice next) {
        return new DirectoriesState(lines, kinds, hint, form, Optional.of(next));
    }
}
