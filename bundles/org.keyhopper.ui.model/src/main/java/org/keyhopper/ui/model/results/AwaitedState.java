package org.keyhopper.ui.model.results;

import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.ui.model.Notice;

/**
 * The devices that a reconciliation waits for; they may be inserted in any order.
 *
 * @param request asks for the first device, in one sentence
 * @param rows at least one, the first device first
 * @param progress the number of settled recipients
 * @param notice the result of the last device, or why the first one is not confirmed
 */
public record AwaitedState(String request, List<Row> rows, String progress, Optional<Notice> notice) {

    public AwaitedState {
        rows = List.copyOf(rows);
    }

    /**
     * One device.
     *
     * @param person its recipient
     * @param device model and serial number
     * @param place the last reader or port
     * @param question the confirmation before it is declared lost
     */
    public record Row(RecipientId recipient, String person, String device, String place, String question) {}
}
