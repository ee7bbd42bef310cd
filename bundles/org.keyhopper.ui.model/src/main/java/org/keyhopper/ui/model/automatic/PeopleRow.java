package org.keyhopper.ui.model.automatic;

import java.util.Optional;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;

/**
 * One attempt for one recipient: in progress, completed or next.
 *
 * @param problem the code of the problem that is explained, if it is one
 */
public record PeopleRow(
        OutcomeStyle.Mark mark, Tint tint, String name, String text, String time, Optional<String> problem) {

    PeopleRow(OutcomeStyle.Mark mark, Tint tint, String name, String text, String time) {
        this(mark, tint, name, text, time, Optional.empty());
    }
}
