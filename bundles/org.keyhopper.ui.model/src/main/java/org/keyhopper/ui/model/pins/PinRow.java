package org.keyhopper.ui.model.pins;

import java.time.Instant;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;

/**
 * One person's sealed PIN.
 *
 * @param code as scanned from letters and lists
 * @param state how far the PIN is, and whether its confirmation is overdue
 * @param since the date of {@code sinceAt} as text
 */
public record PinRow(
        int position,
        String name,
        String user,
        String device,
        String code,
        String state,
        String since,
        Instant sinceAt,
        Tint tint,
        OutcomeStyle.Mark mark) {}
