package org.keyhopper.ui.model.requests;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The view state of the search dialog.
 *
 * @param searching whether a search is in progress
 * @param found the results of the last search
 * @param people who match the filter
 * @param summary the counts in words
 * @param leavesOutHolders whether people who have a passkey are excluded
 * @param working the operation in progress, which can be cancelled; empty if there is none
 * @param notice the outcome of the last operation
 * @param missing why the request cannot be created; empty when it can
 */
public record SearchState(
        RequestDraft draft,
        List<String> directories,
        boolean searching,
        List<FoundRow> found,
        List<ChoiceRow> people,
        String summary,
        boolean leavesOutHolders,
        Optional<String> working,
        Optional<Notice> notice,
        Optional<String> missing) {
    public SearchState {
        directories = List.copyOf(directories);
        found = List.copyOf(found);
        people = List.copyOf(people);
    }
}
