package org.keyhopper.ui.model.directories;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/** The view state of the directories dialog; {@code kinds} are the installed connectors. */
public record DirectoriesState(
        List<DirectoryRow> lines, List<Kind> kinds, Optional<DirectoryForm> form, Optional<Notice> notice) {

    /** A kind of directory that can be added. */
    public record Kind(String type, String name) {}

    public DirectoriesState {
        lines = List.copyOf(lines);
        kinds = List.copyOf(kinds);
    }

    DirectoriesState with(Optional<DirectoryForm> next) {
        return new DirectoriesState(lines, kinds, next, Optional.empty());
    }

    DirectoriesState withNotice(Notice next) {
        return new DirectoriesState(lines, kinds, form, Optional.of(next));
    }
}
