package org.keyhopper.ui.model.requests;

import java.time.Instant;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Tally;
import org.keyhopper.ui.model.Tint;

/**
 * One request in the table.
 *
 * @param created the date of {@code createdAt} as text
 */
public record RequestRow(
        RequestId id,
        String name,
        String directory,
        String state,
        Tint tint,
        Tally tally,
        String created,
        Instant createdAt) {

    /** Returns the number of completed people and the total, as shown beside the bar. */
    public String progress() {
        return tally.done() + " / " + tally.total();
    }
}
