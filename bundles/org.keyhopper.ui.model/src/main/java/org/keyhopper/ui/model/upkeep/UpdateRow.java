package org.keyhopper.ui.model.upkeep;

import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;

/**
 * Something that is or could be installed.
 *
 * @param id of the part, or the path of a drop-in
 * @param detail a sentence or two for when it is selected; may be empty
 * @param offered whether it can be added
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
