package org.keyhopper.ui.model.requests;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.ui.model.Notice;

/**
 * The dialog that makes a request from people of a directory.
 *
 * @param busy while the directory is asked
 * @param found what the last search found
 * @param chosen those taken so far
 * @param notice what the last search came to
 * @param missing what keeps the request from being made, empty when it can be
 */
public record SearchState(
        RequestDraft draft,
        List<String> directories,
        boolean busy,
        List<DirectoryUser> found,
        List<DirectoryUser> chosen,
        Optional<Notice> notice,
        Optional<String> missing) {
    public SearchState {
        directories = List.copyOf(directories);
        found = List.copyOf(found);
        chosen = List.copyOf(chosen);
    }
}
