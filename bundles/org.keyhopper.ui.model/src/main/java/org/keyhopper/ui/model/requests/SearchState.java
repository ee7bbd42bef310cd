package org.keyhopper.ui.model.requests;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The dialog that makes a request from people of a directory.
 *
 * @param searching while what was typed is looked for
 * @param found what the last search found
 * @param people who may be taken; those the filter lets through
 * @param summary how many they are, in words
 * @param leavesOutHolders whether those who have a passkey are left out
 * @param working what takes its time and can be cancelled, in words; empty when there is nothing
 * @param notice what the last act came to
 * @param missing what keeps the request from being made, empty when it can be
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
