package org.keyhopper.ui.model.results;

import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.ui.model.Notice;

/**
 * The devices that a reconciliation waits for; any of them may be inserted.
 *
 * @param request whose device is asked for first, in one sentence
 * @param rows at least one, the one asked for first
 * @param progress how many are settled
 * @param notice what came of the last device, or why the first one is not proved
 */
public record AwaitedState(String request, List<Row> rows, String progress, Optional<Notice> notice) {

    public AwaitedState {
        rows = List.copyOf(rows);
    }

    /**
     * One device.
     *
     * @param person whose it is
     * @param device model and serial number
     * @param place the reader or port it was in
     * @param question asked before it is given up
     */
    public record Row(RecipientId recipient, String person, String device, String place, String question) {}
}
