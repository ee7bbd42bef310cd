package org.keyhopper.ui.model.updates;

import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;

/**
 * A unit that is or can be installed.
 *
 * @param id of the unit, or the path of a drop-in
 * @param detail shown when the row is selected; may be empty
 * @param offered whether it can be installed
 */
public record UpdateRow(
        String id,
        String name,
        String version,
        String state,
        String detail,
        Tint tint,
        OutcomeStyle.Mark mark,
        boolean offered) {}
