package org.keyhopper.ui.model.requests;

import java.util.List;
import java.util.Optional;

/**
 * The dialog that makes a request from a file.
 *
 * @param file its name; empty before one was chosen
 * @param count how many rows, in words
 * @param faults each names line and column
 * @param missing what keeps the request from being made, empty when it can be
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
